# SPDX-License-Identifier: Apache-2.0
"""What every page that takes files says of them, and the names they are kept by."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from motcua.domains.vault.acts.store_file import LIMIT
from motcua.rules.words import TextError, clean

ACCEPTED: Final = ".pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx"
MOST_BYTES: Final = LIMIT
MOST_FILES: Final = 10
NAME_LONGEST: Final = 200


def safe_name(name: str) -> str:
    """Return a file name that can be stored and printed, its ending kept."""
    try:
        return clean(name)[-NAME_LONGEST:]
    except TextError:
        plain = "".join(sign for sign in name if sign.isprintable() and sign.isascii())
        return plain[-NAME_LONGEST:] or "tep"


def worst(statuses: Iterable[int]) -> int:
    """Return the status of the answer, 200 for no refusal: too large before all else."""
    return max(statuses, key=lambda status: status == 413, default=200)
