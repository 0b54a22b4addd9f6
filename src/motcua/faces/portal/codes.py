# SPDX-License-Identifier: Apache-2.0
"""Dossier codes as people write them."""

from __future__ import annotations

from motcua.kit.faults import NotFound
from motcua.rules.errors import RuleError
from motcua.rules.numbering import parse_dossier_code

LONGEST = 60


def dossier_code(text: str) -> str:
    """Return the code; what has not the shape of one is nowhere to be found. Raises NotFound."""
    written = "".join(text.split()).upper()
    if not written.isascii() or len(written) > LONGEST:
        raise NotFound
    try:
        parse_dossier_code(written)
    except RuleError as error:
        raise NotFound from error
    return written
