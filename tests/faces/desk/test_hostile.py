# SPDX-License-Identifier: Apache-2.0
"""The rare acts in the hands of somebody who means harm, or presses everything twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from motcua.domains.dossiers.acts.work_off_batch import work_off_batch
from motcua.domains.dossiers.models import BatchRow, BatchRun, PaperFirst, SecondRequest
from motcua.domains.payments import queries as payments
from motcua.domains.people.models import Account, Holding
from motcua.faces.gate.cache import SESSIONS
from motcua.kit import clock
from motcua.kit.access import Actor, Role
from tests.builders import official, vn
from tests.domains.dossiers.acts.test_record_paper_first import recorded, scan
from tests.domains.dossiers.acts.test_request_second_supplement import asked_once
from tests.domains.dossiers.conftest import Town, acts, row
from tests.faces.desk.conftest import Desks, form, post, text
from tests.faces.desk.money.test_fee import paid
from tests.faces.desk.test_batch import chosen, hidden, started, worked_off

KEY_OF_SOMETHING_ELSE = "đã được dùng cho việc khác"
STALE = "đã thay đổi sau khi"
SECOND = {
    "target": "paper:drawing", "missing:paper:drawing": "Thiếu", "until_on": "25/12/2099",
    "reason": "Sai",
}  # fmt: skip


def ended(actor: Actor) -> None:
    """End the posts of the account behind a browser today; sessions are read anew."""
    held = Holding.objects.filter(account__full_name=actor.name)
    assert held.update(valid_to=clock.today())
    SESSIONS.clear()


def proposed(town: Town, specialist: Client) -> str:
    code = town.appraised()
    post(specialist, code, "advance", **form(specialist, code, "advance"), action="propose")
    return code


def asked_back(town: Town, desk_of: Desks) -> tuple[str, Client, Client]:
    """A paid dossier of which the counter wants money back; counter and leader."""
    code = paid(town, desk_of)
    counter, leader = desk_of(town.counter), desk_of(town.leader)
    asked = {**form(counter, code, "request_refund"), "amount_vnd": "5.000", "reason": "Thừa"}
    assert post(counter, code, "request_refund", **asked).status_code == 303
    return code, counter, leader


def test_a_rollback_is_the_last_officers_own_once_and_of_what_was_seen(
    town: Town, desk_of: Desks
) -> None:
    specialist = desk_of(town.specialist)
    colleague = desk_of(official("Chi", (town.specialist.posts[0].unit_code, Role.SPECIALIST)))
    code = proposed(town, specialist)
    fields = {**form(specialist, code, "roll_back"), "reason": "Nhầm"}

    others = post(colleague, code, "roll_back", **fields | {"key": str(uuid4())})
    stale = post(specialist, code, "roll_back", **fields | {"seen": "2", "key": str(uuid4())})
    done = [post(specialist, code, "roll_back", **fields).status_code for _ in range(2)]
    again = post(specialist, code, "roll_back", key=str(uuid4()), reason="Nhầm")

    assert (others.status_code, stale.status_code, again.status_code) == (409, 409, 409)
    assert STALE in text(stale)
    assert (done, acts(code).count("roll_back"), row(code).step) == ([303, 303], 1, "appraise")


def test_a_key_of_one_act_does_not_pass_for_another_of_the_same_dossier(
    town: Town, desk_of: Desks
) -> None:
    specialist = desk_of(town.specialist)
    code = proposed(town, specialist)
    spent = str(uuid4())
    assert post(specialist, code, "roll_back", key=spent, reason="Nhầm").status_code == 303

    answer = post(specialist, code, "advance", key=spent, action="propose")

    assert (answer.status_code, row(code).step) == (409, "appraise")
    assert KEY_OF_SOMETHING_ELSE in text(answer)


Deed = Callable[[Town, Desks], tuple[str, Client, Actor, str, dict[str, str]]]


def rolls_back(town: Town, desk_of: Desks) -> tuple[str, Client, Actor, str, dict[str, str]]:
    desk = desk_of(town.specialist)
    code = proposed(town, desk)
    fields = {**form(desk, code, "roll_back"), "reason": "Nhầm"}
    return code, desk, town.specialist, "roll_back", fields


def asks_twice(town: Town, desk_of: Desks) -> tuple[str, Client, Actor, str, dict[str, str]]:
    desk, code = desk_of(town.specialist), asked_once(town)
    verb = "request_second_supplement"
    return code, desk, town.specialist, verb, {**form(desk, code, verb), **SECOND}


def refunds(town: Town, desk_of: Desks) -> tuple[str, Client, Actor, str, dict[str, str]]:
    code, _, leader = asked_back(town, desk_of)
    fields = {**form(leader, code, "decide_refund"), "decision": "pay", "method": "cash"}
    return code, leader, town.leader, "decide_refund", fields


def reconciles(town: Town, desk_of: Desks) -> tuple[str, Client, Actor, str, dict[str, str]]:
    code, desk = town.appraised(), desk_of(town.leader)
    recorded(town, code)
    return code, desk, town.leader, "reconcile_paper_first", {"key": str(uuid4()), "reason": "x"}


@pytest.mark.parametrize("deed", [rolls_back, asks_twice, refunds, reconciles])
def test_a_post_that_ended_after_the_form_was_opened_does_nothing(
    town: Town, desk_of: Desks, deed: Deed
) -> None:
    code, desk, actor, verb, fields = deed(town, desk_of)
    before = (acts(code), payments.bill_of(code), SecondRequest.objects.count())
    ended(actor)

    answer = post(desk, code, verb, **fields)

    assert answer.status_code == 404
    assert "Không tìm thấy" in text(answer)
    assert (acts(code), payments.bill_of(code), SecondRequest.objects.count()) == before


@pytest.mark.parametrize("deed", [rolls_back, asks_twice, refunds, reconciles])
def test_another_unit_finds_no_such_dossier(town: Town, desk_of: Desks, deed: Deed) -> None:
    code, _, _, verb, fields = deed(town, desk_of)
    before = acts(code)
    every = [("H05.92", role) for role in Role]
    stranger = desk_of(official("Xa", *every))

    answer = post(stranger, code, verb, **fields | {"key": str(uuid4())})

    assert (answer.status_code, acts(code)) == (404, before)


def test_a_second_supplement_is_asked_and_decided_once_and_of_what_was_seen(
    town: Town, desk_of: Desks
) -> None:
    code, specialist, _, verb, fields = asks_twice(town, desk_of)
    leader = desk_of(town.leader)
    assert [post(specialist, code, verb, **fields).status_code for _ in range(2)] == [303, 303]
    assert SecondRequest.objects.count() == 1
    once_more = post(specialist, code, verb, key=str(uuid4()), **SECOND)
    assert once_more.status_code == 409

    decision = {
        **form(leader, code, "decide_second_supplement"), "approves": "yes",
        "until_on": "25/12/2099",
    }  # fmt: skip
    stale = post(leader, code, "decide_second_supplement", **decision | {"seen": "3"})
    assert (stale.status_code, row(code).status) == (409, 4)
    sent = [post(leader, code, "decide_second_supplement", **decision) for _ in range(2)]
    after = post(leader, code, "decide_second_supplement", key=str(uuid4()), approves="no")

    assert [answer.status_code for answer in sent] == [303, 303]
    assert (after.status_code, row(code).status) == (409, 5)
    assert acts(code).count("ask_supplement") == 2


def test_a_second_supplement_is_not_sent_from_a_step_that_has_moved_on(
    town: Town, desk_of: Desks
) -> None:
    code, specialist, _, verb, fields = asks_twice(town, desk_of)
    leader = desk_of(town.leader)
    post(specialist, code, verb, **fields)
    post(specialist, code, "advance", **form(specialist, code, "advance"), action="propose")

    decision = {**form(leader, code, "decide_second_supplement"), "until_on": "25/12/2099"}
    answer = post(leader, code, "decide_second_supplement", **decision, approves="yes")

    assert (answer.status_code, row(code).status) == (409, 4)
    assert SecondRequest.objects.get().decided_at is None
    declined = post(leader, code, "decide_second_supplement", **decision, approves="no")
    assert declined.status_code == 303


def test_a_refund_is_given_once_and_its_key_moves_no_money_elsewhere(
    town: Town, desk_of: Desks
) -> None:
    code, _, leader = asked_back(town, desk_of)
    other = paid(town, desk_of)
    decision = {**form(leader, code, "decide_refund"), "decision": "pay", "method": "cash"}

    twice = [post(leader, code, "decide_refund", **decision).status_code for _ in range(2)]
    elsewhere = post(leader, other, "decide_refund", **decision)
    afresh = post(leader, code, "decide_refund", **decision | {"key": str(uuid4())})

    assert (twice, elsewhere.status_code, afresh.status_code) == ([303, 303], 409, 409)
    assert KEY_OF_SOMETHING_ELSE in text(elsewhere)
    assert payments.bill_of(code).refunded_vnd == 5_000
    assert payments.bill_of(other).refunded_vnd == 0


def test_nobody_gives_back_the_money_the_same_person_asked_for(town: Town, desk_of: Desks) -> None:
    code = paid(town, desk_of)
    both = official(
        "Hai vai", (town.counter.posts[0].unit_code, Role.COUNTER),
        (town.leader.posts[0].unit_code, Role.LEADER),
    )  # fmt: skip
    desk = desk_of(both)
    asked = {**form(desk, code, "request_refund"), "amount_vnd": "5.000", "reason": "Thừa"}
    post(desk, code, "request_refund", **asked)
    assert "decide_refund" not in text(desk.get(f"/desk/{code}"))

    for decision in ("pay", "refuse"):
        answer = post(desk, code, "decide_refund", decision=decision, method="cash", note="x")
        assert answer.status_code == 403
        assert "người khác" in text(answer)

    assert payments.bill_of(code).refunded_vnd == 0


def test_a_hand_over_on_paper_is_recorded_once_and_confirmed_by_somebody_else(
    town: Town, desk_of: Desks
) -> None:
    code, leader = town.appraised(), desk_of(town.leader)
    assert [_on_paper(leader, code, "k").status_code for _ in range(2)] == [303, 303]
    assert _on_paper(leader, code, "other").status_code == 409
    assert (PaperFirst.objects.count(), row(code).ended_at) == (1, vn("2026-07-10 09:00"))

    answer = post(leader, code, "reconcile_paper_first", reason="Khớp")

    assert answer.status_code == 403
    assert "phải do người khác xác nhận" in text(answer)
    assert PaperFirst.objects.get().reconciled_at is None


def _on_paper(desk: Client, code: str, key: str) -> Any:
    fields = {
        "key": str(KEYS.setdefault(key, uuid4())), "on": "10/07/2026", "at": "09:00",
        "to": "Lan", "why": "Mất điện cả buổi",
        "scan": SimpleUploadedFile("bien-nhan.pdf", scan(), "application/pdf"),
    }  # fmt: skip
    return desk.post(f"/desk/{code}/paper-first", fields)


KEYS: dict[str, Any] = {}


def test_in_a_batch_too_nobody_approves_an_own_proposal(town: Town, desk_of: Desks) -> None:
    unit = town.leader.posts[0].unit_code
    desk = desk_of(official("Hai vai", (unit, Role.SPECIALIST), (unit, Role.LEADER)))
    mine, theirs = proposed(town, desk), town.appraised()
    town.advance(town.specialist, theirs, "propose", clock.now())

    started(desk, mine, theirs, action="approve")
    worked_off()

    said = dict(BatchRow.objects.values_list("dossier_code", "said"))
    assert "phải do người khác quyết định" in said[mine] and said[theirs] == ""
    assert (row(mine).status, row(theirs).status) == (4, 9)


def test_a_run_of_somebody_else_is_not_there(town: Town, desk_of: Desks) -> None:
    address = started(desk_of(town.specialist), town.appraised(), action="propose")
    leader = desk_of(town.leader)

    assert leader.get(address).status_code == 404
    for deed in ("cancel", "again"):
        assert leader.post(f"{address}/{deed}", {"key": str(uuid4())}).status_code == 404
    assert BatchRow.objects.get().state == 0


def test_a_batch_does_not_take_a_step_that_nobody_saw(town: Town, desk_of: Desks) -> None:
    desk = desk_of(town.specialist)
    moved, stayed = town.appraised(), town.appraised()
    started(desk, moved, stayed, action="propose")
    town.advance(town.specialist, moved, "propose", clock.now())
    town.advance(town.leader, moved, "return_back", clock.now())

    worked_off()

    said = dict(BatchRow.objects.values_list("dossier_code", "said"))
    assert STALE in said[moved] and said[stayed] == ""
    assert (row(moved).step, row(stayed).step) == ("appraise", "approve")


def test_a_dossier_that_moved_while_the_page_of_choices_was_open_is_refused(
    town: Town, desk_of: Desks
) -> None:
    desk, code = desk_of(town.specialist), town.appraised()
    page = text(chosen(desk, code))
    town.advance(town.specialist, code, "propose", clock.now())
    town.advance(town.leader, code, "return_back", clock.now())
    fields = {**hidden(page, "advance"), "action": "propose"}

    broken = desk.post("/desk/batches/start", fields | {"seen": "x"})
    assert (broken.status_code, BatchRun.objects.count()) == (400, 0)
    assert desk.post("/desk/batches/start", fields).status_code == 303
    worked_off()

    assert STALE in BatchRow.objects.get().said
    assert row(code).step == "appraise"


def test_a_batch_of_a_closed_account_ends_with_every_row_refused(
    town: Town, desk_of: Desks
) -> None:
    code = town.appraised()
    started(desk_of(town.specialist), code, action="propose")
    Account.objects.filter(full_name=town.specialist.name).update(is_active=False)

    assert work_off_batch(key=BatchRun.objects.get().key, now=clock.now) is False

    assert BatchRun.objects.get().finished_at is not None
    assert "không được phép" in BatchRow.objects.get().said
    assert row(code).step == "appraise"
