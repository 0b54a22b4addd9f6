# SPDX-License-Identifier: Apache-2.0
"""Choosing among a hundred centres."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from playwright.sync_api import sync_playwright

from motcua.domains.people.models import Account
from motcua.domains.units import queries as units
from motcua.kit.access import Actor
from tests.domains.dossiers.conftest import Town
from tests.faces.design.conftest import FLAGS
from tests.faces.looking import SITE, serve
from tests.faces.portal.conftest import signed_in


def listed(client: Client, **asked: str) -> list[str]:
    """The codes of the centres in the list."""
    page = client.get("/hen", asked).content.decode()
    part = page.partition('id="centres"')[2].partition("</ul>")[0]
    return re.findall(r'href="/hen/([^"]+)"', part)


def near(client: Client) -> str:
    """What the page says of the centre where the citizen lives, '' for nothing."""
    found = re.search(r'class="near">.*?href="/hen/([^"]+)"', client.get("/hen").content.decode())
    return found[1] if found else ""


def lives_at(citizen: Actor, address: str) -> Client:
    """A browser of the citizen who lives there."""
    Account.objects.filter(pk=citizen.account_id).update(address=address)
    return signed_in(citizen)


def centre_of(commune: str) -> str:
    return next(card.code for card in units.one_stops() if card.commune_code == commune)


def test_all_centres_stand_there_before_anything_is_typed(client: Client, town: Town) -> None:
    assert listed(client) == [card.code for card in units.one_stops()]


@pytest.mark.parametrize(
    "text", ["Võ Cường", "vo cuong", "  VÕ   CƯỜNG ", "trung tâm võ cường", "Vo Cuong Ward"]
)
def test_a_centre_is_found_by_its_name(client: Client, town: Town, text: str) -> None:
    assert listed(client, q=text) == [centre_of("09190")]


def test_a_centre_is_found_by_the_old_name_of_a_commune(client: Client, town: Town) -> None:
    assert centre_of("09193") in listed(client, q="Thị trấn Chờ")


@pytest.mark.parametrize("text", ["không đâu cả", "%", "<b>", "x" * 5000])
def test_what_no_centre_is_called_finds_none_and_says_so(
    client: Client, town: Town, text: str
) -> None:
    assert listed(client, q=text) == []
    assert 'role="status">Không có trung tâm nào phù hợp' in (
        client.get("/hen", {"q": text}).content.decode()
    )


@pytest.mark.browser
def test_the_list_narrows_while_a_name_is_typed(client: Client, town: Town) -> None:
    kept = {"/hen": client.get("/hen").content}

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        page = chromium.new_page()
        page.route("**/*", lambda route: serve(route, kept))
        page.goto(f"{SITE}/hen")
        left = {}
        for typed in ("thi tran cho", "không đâu", ""):
            page.fill("#q", typed)
            left[typed] = page.locator("#centres li:visible").count()
            none = page.locator("#centres-none").is_visible()
            assert none == (left[typed] == 0)
        chromium.close()

    assert left == {"thi tran cho": 1, "không đâu": 0, "": len(units.one_stops())}


def test_the_centre_where_a_citizen_lives_stands_first(town: Town) -> None:
    home = lives_at(town.citizen, "Làng Viêm Xá, Phường Kinh Bắc, Bắc Ninh")

    assert near(home) == centre_of("09187")


@pytest.mark.parametrize("address", ["", "Số 1, Ba Đình, Hà Nội", "Đồng Tiến, Bắc Giang"])
def test_no_centre_is_guessed(town: Town, address: str) -> None:
    assert near(lives_at(town.citizen, address)) == ""


def test_a_guest_has_no_centre_of_their_own(client: Client, town: Town) -> None:
    assert near(client) == ""
