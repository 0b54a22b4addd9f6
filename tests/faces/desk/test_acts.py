# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from pytest_django import DjangoAssertNumQueries

from motcua.domains.dossiers.acts.file_result import file_result
from motcua.domains.dossiers.queries import card as cards
from motcua.domains.units import queries as units
from motcua.kit import clock
from motcua.kit.access import Actor, Role
from motcua.rules.workflow import Status
from tests.builders import official
from tests.domains.dossiers.conftest import Town, acts, row
from tests.faces.desk.conftest import Desks, form, post, text


def test_a_dossier_walks_from_desk_to_desk(town: Town, desk_of: Desks) -> None:
    code = town.submitted(clock.now())
    counter, specialist, leader = map(desk_of, (town.counter, town.specialist, town.leader))

    for client, verb, fields in (
        (counter, "receive", {}),
        (counter, "advance", {"action": "hand_over", "note": "Đủ giấy tờ"}),
        (specialist, "advance", {"action": "propose"}),
        (leader, "advance", {"action": "approve"}),
    ):
        answer = client.post(f"/desk/{code}/{verb}", form(client, code, verb) | fields)
        assert (answer.status_code, answer["Location"]) == (303, f"/desk/{code}")

    assert row(code).status == Status.COMPLETED
    assert acts(code) == ["submit", "receive", "hand_over", "propose", "approve"]
    assert "Đủ giấy tờ" in text(leader.get(f"/desk/{code}"))


def test_a_step_costs_two_statements_besides_the_session(
    town: Town, desk_of: Desks, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    code = town.received(clock.now())
    counter = desk_of(town.counter)
    fields = form(counter, code, "advance")

    with django_assert_num_queries(2):
        counter.post(f"/desk/{code}/advance", fields | {"action": "hand_over"})

    assert row(code).step == "appraise"


def test_cash_is_taken_once_and_opens_the_return(town: Town, desk_of: Desks) -> None:
    code = town.decided()
    counter = desk_of(town.counter)
    assert f'action="/desk/{code}/return_result"' not in text(counter.get(f"/desk/{code}"))
    fields = form(counter, code, "take_cash")

    first = counter.post(f"/desk/{code}/take_cash", fields)
    second = counter.post(f"/desk/{code}/take_cash", fields)

    assert (first.status_code, second.status_code) == (303, 303)
    page = text(counter.get(f"/desk/{code}"))
    assert f'action="/desk/{code}/take_cash"' not in page
    assert "Biên lai" in page


def test_units_are_asked_in_parallel_and_each_answers_on_its_own_page(
    town: Town, desk_of: Desks
) -> None:
    code = town.appraised()
    specialist = desk_of(town.specialist)
    asked = {"unit": town.other_ids, "question": "Có vướng quy hoạch không?", "within": "3wd"}
    specialist.post(f"/desk/{code}/consult", form(specialist, code, "consult") | asked)
    unit_id = town.other_ids[0]
    other = desk_of(_specialist_of(unit_id))
    assert code in text(other.get("/desk/questions"))
    assert f'action="/desk/{code}/advance"' not in text(specialist.get(f"/desk/{code}"))

    fields = form(other, code, "answer_consultation") | {"agrees": "yes", "answer": "Không vướng"}
    answer = other.post(f"/desk/{code}/answer_consultation", fields)

    assert answer.status_code == 303
    dossier_id = row(code).id
    assert [line.answer for line in cards.consultations(dossier_id)] == ["Không vướng", ""]
    assert code not in text(other.get("/desk/questions"))


def _specialist_of(unit_id: int) -> Actor:
    return official("Minh", (units.agency(unit_id).code, Role.SPECIALIST))


def test_a_supplement_is_asked_item_by_item_and_taken_in_at_the_counter(
    town: Town, desk_of: Desks
) -> None:
    code = town.appraised()
    specialist, counter = desk_of(town.specialist), desk_of(town.counter)
    until = clock.today() + timedelta(days=10)
    wanted = {
        "target": ["field:house.floors", "paper:drawing"],
        "missing:field:house.floors": "Ghi sai số tầng",
        "missing:paper:drawing": "Thiếu mặt cắt",
        "why:paper:drawing": "Điều 43",
        "until_on": f"{until:%d/%m/%Y}",
    }
    specialist.post(
        f"/desk/{code}/ask_supplement", form(specialist, code, "ask_supplement") | wanted
    )
    page = text(counter.get(f"/desk/{code}/resume"))
    assert "Ghi sai số tầng" in page
    assert "Thiếu mặt cắt. Điều 43" in page
    sent = {"key": str(uuid4()), "seen": row(code).chain_seq, "action": "send"}

    missing = counter.post(f"/desk/{code}/resume", sent | {"house.floors": "4"})
    done = counter.post(f"/desk/{code}/resume", sent | {"house.floors": "4", "paper:drawing": "on"})

    assert missing.status_code == 422
    assert done.status_code == 303
    assert row(code).answers["house"] == {"floors": 4}
    assert row(code).status == Status.PROCESSING


def test_words_beside_an_item_ask_for_it_though_it_is_not_ticked(
    town: Town, desk_of: Desks
) -> None:
    code = town.appraised()
    words = {"missing:field:copies": "Ghi số bản", "until_on": "25/12/2099"}

    answer = post(desk_of(town.specialist), code, "ask_supplement", **words)

    assert answer.status_code == 303
    (request,) = cards.supplements(row(code).id)
    assert [item["target"] for item in request.items] == ["field:copies"]


def test_the_leader_moves_the_due_date_once(town: Town, desk_of: Desks) -> None:
    code = town.submitted(clock.now())
    desk = desk_of(town.counter)
    desk.post(f"/desk/{code}/receive", form(desk, code, "receive"))
    desk.post(f"/desk/{code}/advance", form(desk, code, "advance") | {"action": "hand_over"})
    leader = desk_of(town.leader)
    page = text(leader.get(f"/desk/{code}"))
    on = page.split('name="to_on"')[1].split('value="')[1].split('"')[0]
    time = page.split('name="to_time"')[1].split('value="')[1].split('"')[0]

    fields = form(leader, code, "extend") | {
        "to_on": on,
        "to_time": time,
        "reason": "Xin lỗi ông bà",
    }
    answer = leader.post(f"/desk/{code}/extend", fields)

    assert answer.status_code == 303
    assert row(code).extension is not None
    assert f'action="/desk/{code}/extend"' not in text(leader.get(f"/desk/{code}"))


def test_the_result_is_returned_when_paper_and_money_are_there(town: Town, desk_of: Desks) -> None:
    code = town.decided()
    counter = desk_of(town.counter)
    counter.post(f"/desk/{code}/take_cash", form(counter, code, "take_cash"))
    file_result(code=code, at=clock.now())

    answer = counter.post(f"/desk/{code}/return_result", form(counter, code, "return_result"))

    assert answer.status_code == 303
    assert row(code).status == Status.RETURNED


def test_a_withdrawal_on_behalf_and_a_stop_end_the_work(town: Town, desk_of: Desks) -> None:
    withdrawn, stopped = town.appraised(), town.appraised()
    counter, leader = desk_of(town.counter), desk_of(town.leader)

    first = post(counter, withdrawn, "withdraw", reason="Không còn nhu cầu")
    second = post(leader, stopped, "stop", reason="Đất đang tranh chấp")

    assert (first.status_code, second.status_code) == (303, 303)
    assert row(withdrawn).status == Status.WITHDRAWN
    assert row(stopped).status == Status.STOPPED
