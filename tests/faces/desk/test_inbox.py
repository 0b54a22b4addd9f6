# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import re
from datetime import timedelta

import pytest

from motcua.kit import clock
from motcua.kit.access import Role
from tests.builders import official
from tests.domains.dossiers.conftest import CODE, Town
from tests.faces.desk.conftest import Desks, post, text


def codes(page: str) -> list[str]:
    """The dossiers of a list, from above."""
    return re.findall(r'<a class="code nowrap" href="/desk/([^"]+)"', page)


def test_the_most_urgent_stands_first_and_late_ones_are_marked(town: Town, desk_of: Desks) -> None:
    fresh = town.submitted(clock.now())
    late = town.submitted(clock.now() - timedelta(days=30))

    page = text(desk_of(town.counter).get("/desk/"))

    assert codes(page) == [late, fresh]
    assert page.count('<tr class="late">') == 1


def test_pages_follow_one_another_without_gap_or_repetition(town: Town, desk_of: Desks) -> None:
    made = {town.submitted() for _ in range(65)}
    counter = desk_of(town.counter)

    first = text(counter.get("/desk/"))
    following = re.search(r'rel="next" href="([^"]+)"', first)
    assert following
    second = text(counter.get("/desk/" + following[1].replace("&amp;", "&")))

    assert len(codes(first)) == 60
    assert set(codes(first)) | set(codes(second)) == made
    assert not set(codes(first)) & set(codes(second))


def test_lists_are_narrowed_by_post_and_by_procedure(town: Town, desk_of: Desks) -> None:
    code = town.submitted()
    both = official(
        "Hoa", (town.counter.posts[0].unit_code, Role.COUNTER), ("H05.44", Role.SPECIALIST)
    )
    client = desk_of(both)

    assert codes(text(client.get("/desk/"))) == [code]
    assert codes(text(client.get("/desk/?post=specialist.H05.44"))) == []
    assert codes(text(client.get(f"/desk/?procedure={CODE}"))) == [code]
    assert codes(text(client.get("/desk/?procedure=1.000000"))) == []


def test_a_dossier_is_found_by_name_code_and_phone(town: Town, desk_of: Desks) -> None:
    code = town.submitted()
    client = desk_of(town.counter)

    for words in ("nguyen thi lan", code, code[-4:] + " ", "0912345678"):
        assert codes(text(client.post("/desk/search", {"q": words}))) == [code]
    assert codes(text(client.post("/desk/search", {"q": "Trần"}))) == []


def test_what_is_searched_for_stands_in_no_address(town: Town, desk_of: Desks) -> None:
    town.submitted()
    client = desk_of(town.counter)

    box = text(client.get("/desk/")).split('role="search"')[1].split(">")[0]

    assert 'method="post"' in box
    assert client.get("/desk/search", {"q": "0912345678"}).headers["Location"] == "/desk/"


def test_what_waits_for_the_citizen_is_seen_where_handled_and_where_received(
    town: Town, desk_of: Desks
) -> None:
    code = town.appraised()
    specialist, counter = desk_of(town.specialist), desk_of(town.counter)
    wanted = {
        "target": "paper:drawing", "missing:paper:drawing": "Thiếu mặt cắt",
        "until_on": f"{clock.today() + timedelta(days=10):%d/%m/%Y}",
    }  # fmt: skip

    post(specialist, code, "ask_supplement", **wanted)

    for client in (specialist, counter):
        assert codes(text(client.get("/desk/waiting"))) == [code]
        assert codes(text(client.get("/desk/"))) == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_lists_speak_both_languages(town: Town, desk_of: Desks, language: str) -> None:
    town.submitted()
    client = desk_of(town.counter)
    client.cookies["language"] = language

    page = text(client.get("/desk/"))

    assert f'<html lang="{language}">' in page
    assert ("Việc của tôi" in page) is (language == "vi")
    assert ("Trial permit" in page) is (language == "en")
