# SPDX-License-Identifier: Apache-2.0
"""A birth, a residence and a health card out of one application, returned as one answer."""

from __future__ import annotations

import pytest

from tests.server.running import System
from tests.walks.browser import Person
from tests.walks.people import (
    CODE,
    Town,
    has_result,
    status_of,
    submitted_online,
    taken_in,
    until,
)

GROUP = "2.000986"
FATHER = "027092990201"
COMMUNE = ("lannt101", "binhnv102", "dungtq103")
POLICE = ("hongtt106", "huyvd728", "sinhltm224")
pytestmark = pytest.mark.server


def parts(applicant: Person, code: str) -> list[str]:
    """The codes of the parts that have begun, in the order of the page."""
    text = applicant.open(f"/lien-thong/{code}").text
    return [one for one in dict.fromkeys(CODE.findall(text)) if one != code]


def decide(system: System, town: Town, code: str, desks: tuple[str, str, str]) -> None:
    """Carry a part from its intake to its result."""
    counter, officer, head = desks
    town.act(counter, code, "receive")
    town.act(counter, code, "advance", action="hand_over")
    town.act(officer, code, "advance", action="propose")
    town.act(head, code, "advance", action="approve")
    until(lambda: has_result(system, code))


def test_one_application_gives_three_results_together(system: System, town: Town) -> None:
    father = town.citizen(FATHER)
    code = submitted_online(father, GROUP, "Kinh Bắc")
    [birth] = parts(father, code)
    assert "Chưa bắt đầu" in father.page.text

    decide(system, town, birth, COMMUNE)
    until(lambda: len(parts(father, code)) == 3)
    _, residence, card = parts(father, code)
    assert status_of(system, residence) == status_of(system, card) == 1
    decide(system, town, card, COMMUNE)

    counter = town.official("lannt101")
    counter.open(f"/desk/{birth}")
    assert residence in counter.page.text and card in counter.page.text
    counter.send_values(f"/{birth}/return_result", {"to": "counter"})
    assert counter.page.status == 409
    assert status_of(system, birth) == 9

    decide(system, town, residence, POLICE)
    town.act("lannt101", birth, "return_interlinked")

    assert [status_of(system, one) for one in (birth, residence, card)] == [10, 10, 10]
    assert "Đã trả kết quả" in father.open(f"/lien-thong/{code}").text
    papers = father.open(f"/ho-so/{residence}").text
    assert "Giấy khai sinh" in papers


def test_a_death_taken_in_at_the_counter_sets_three_procedures_going(
    system: System, town: Town
) -> None:
    counter = town.official("lannt101")
    death = taken_in(counter, "0.000002", "Kinh Bắc")
    assert status_of(system, death) == 2
    page = counter.open(f"/desk/{death}").text
    assert "Xóa đăng ký thường trú" in page and "mai táng" in page

    town.act("lannt101", death, "advance", action="hand_over")
    town.act("binhnv102", death, "advance", action="propose")
    town.act("dungtq103", death, "advance", action="approve")

    until(lambda: len(set(CODE.findall(counter.open(f"/desk/{death}").text))) >= 4)
    siblings = set(CODE.findall(counter.page.text)) - {death}
    with system.database() as connection:
        asked = "SELECT procedure_code FROM dossiers_dossier WHERE code = ANY(%s)"
        found = {code for (code,) in connection.execute(asked, [list(siblings)]).fetchall()}
    assert {"1.003197", "1.116910"} <= found
