# SPDX-License-Identifier: Apache-2.0
"""The parts of one application, as the pages of applicants and officials list them."""

from __future__ import annotations

from motcua.faces.cli.walking.pages import Page
from motcua.faces.cli.walking.town import Town
from motcua.rules.numbering import DOSSIER_CODE

UNIT = "Handled by"


def parts_of(page: Page, town: Town) -> dict[str, str]:
    """Return the dossiers of the parts that have begun, each with the key of its unit."""
    found: dict[str, str] = {}
    for row in page.rows:
        code = DOSSIER_CODE.search(" ".join(row.values()))
        unit = town.named(row.get(UNIT, ""))
        if code is not None and unit is not None:
            found[code[0]] = unit
    return found
