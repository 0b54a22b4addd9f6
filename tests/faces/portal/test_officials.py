# SPDX-License-Identifier: Apache-2.0
"""Officials on public pages are offered the way back to the desk, not the pages of citizens."""

from __future__ import annotations

import pytest

from tests.domains.dossiers.conftest import Town
from tests.faces.looking import faults_of
from tests.faces.portal.conftest import CODE, Browser, signed_in
from tests.faces.portal.test_keeping import official

PAGES = (
    "/", "/thu-tuc", f"/thu-tuc/{CODE}", f"/thu-tuc/{CODE}/danh-cho-toi", "/tra-cuu", "/phan-anh",
    "/phan-anh/theo-doi", "/diem-ho-tro", "/hen", "/ho-tro",
)  # fmt: skip
MINE, DESK = 'href="/ho-so"', '<a href="/vao/can-bo">'


@pytest.mark.parametrize("path", PAGES)
def test_what_an_official_cannot_open_is_not_offered(guest: Browser, town: Town, path: str) -> None:
    at_desk = signed_in(official())

    pages = [one.get(path).content.decode() for one in (guest, at_desk, guest, at_desk)]

    assert [MINE in page for page in pages] == [True, False, True, False]
    assert [DESK in page for page in pages] == [False, True, False, True]


def test_a_signed_in_citizen_keeps_the_way(citizen: Browser) -> None:
    assert all(MINE in citizen.get(path).content.decode() for path in PAGES)


@pytest.mark.browser
def test_the_pages_are_accessible_and_fit_a_telephone(town: Town) -> None:
    at_desk = signed_in(official())

    assert faults_of({path: at_desk.get(path).content for path in PAGES}) == []
