# SPDX-License-Identifier: Apache-2.0
"""The walker finds the parts of one application on the pages that list them."""

from __future__ import annotations

from motcua.faces.cli.walking.pages import Page
from motcua.faces.cli.walking.parts import parts_of
from motcua.faces.cli.walking.town import Town


def test_parts_that_have_begun_are_found_with_their_units() -> None:
    police = {"": "Residence H05.01.01-261122-0003", "Handled by": "Công an tỉnh Bắc Ninh"}
    waiting = {"": "Health card", "Handled by": "Công an tỉnh Bắc Ninh"}
    other = {"": "H05.01.01-261122-0009", "Status": "Received"}
    page = Page("http://x/", 200, rows=[{}, police, waiting, other])

    town = Town()
    assert parts_of(page, town) == {"H05.01.01-261122-0003": town.named("Công an tỉnh Bắc Ninh")}


def test_a_page_of_one_dossier_lists_no_parts() -> None:
    assert parts_of(Page("http://x/", 200), Town()) == {}
