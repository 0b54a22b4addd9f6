# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from motcua.domains.dossiers.acts.ask_supplement import Item, ask_supplement
from motcua.domains.dossiers.acts.consult import consult
from motcua.domains.dossiers.acts.roll_back import (
    NotReversible,
    NotYourLast,
    PaidStep,
    TooLateToRollBack,
    roll_back,
)
from motcua.domains.dossiers.queries import verification
from motcua.domains.dossiers.reasons import ReasonMissing
from motcua.domains.payments.acts.settle_payment import settle_payment
from motcua.domains.payments.acts.start_payment import start_payment
from motcua.domains.payments.acts.take_cash import take_cash
from motcua.kit.faults import Stale
from motcua.kit.models import AuditEntry
from motcua.rules.worktime import parse_limit
from tests.builders import by, vn
from tests.domains.dossiers.conftest import Town, acts, row
from tests.domains.payments.conftest import heard
from tests.domains.payments.two_accounts import owing_two

AT, SOON = vn("2026-07-06 10:00"), vn("2026-07-06 15:00")
pytestmark = pytest.mark.django_db


def state(code: str) -> tuple[object, ...]:
    found = row(code)
    return (
        found.step, found.status, found.desk_unit_id, found.desk_role, found.step_since_at,
        found.step_due_at, found.due_at, found.legal_due_at, found.pauses,
    )  # fmt: skip


def test_a_step_taken_back_leaves_everything_as_it_was(town: Town) -> None:
    code = town.appraised()
    before = state(code)
    town.advance(town.specialist, code, "propose", AT)

    roll_back(by=by(town.specialist, SOON), code=code, reason="Bấm nhầm")

    assert state(code) == before
    assert acts(code)[-2:] == ["propose", "roll_back"]
    assert AuditEntry.objects.get(act="roll_back").payload["undoes"] == 4
    assert [found for _, found in verification.differences()] == [[]]


def test_work_goes_on_after_it_and_the_log_still_holds(town: Town) -> None:
    code = town.appraised()
    town.advance(town.specialist, code, "propose", AT)
    roll_back(by=by(town.specialist, SOON), code=code, reason="Bấm nhầm")

    town.advance(town.specialist, code, "propose", vn("2026-07-07 09:00"))
    town.advance(town.leader, code, "approve", vn("2026-07-07 10:00"))

    assert row(code).status == 9
    assert [found for _, found in verification.differences()] == [[]]


def test_a_pause_that_should_not_have_been_never_was(town: Town) -> None:
    code = town.appraised()
    before = state(code)
    town.advance(town.specialist, code, "demand_tax", AT)

    roll_back(by=by(town.specialist, SOON), code=code, reason="Không phải nộp thuế")

    assert (row(code).pauses, state(code)) == ([], before)
    assert [found for _, found in verification.differences()] == [[]]


def test_nobody_takes_back_what_another_did_or_built_on(town: Town) -> None:
    code = town.appraised()
    town.advance(town.specialist, code, "propose", AT)

    with pytest.raises(NotYourLast):
        roll_back(by=by(town.leader, SOON), code=code, reason="x")
    town.advance(town.leader, code, "return_back", AT)
    with pytest.raises(NotYourLast):
        roll_back(by=by(town.specialist, SOON), code=code, reason="x")
    seen = row(code).chain_seq
    with pytest.raises(Stale):
        roll_back(by=by(town.leader, SOON, seen - 1), code=code, reason="x")


def test_what_reached_the_applicant_stays(town: Town) -> None:
    asked, decided, received = town.appraised(), town.decided(), town.received()
    item = Item("field:house.floors", "Sai", "")
    ask_supplement(by=by(town.specialist, AT), code=asked, items=[item], until_on=date(2026, 7, 20))
    consulted = town.appraised()
    consult(
        by=by(town.specialist, AT), code=consulted, unit_ids=town.other_ids, question="?",
        within=parse_limit("3wd"),
    )  # fmt: skip

    for actor, code in (
        (town.specialist, asked),
        (town.leader, decided),
        (town.counter, received),
        (town.specialist, consulted),
    ):
        with pytest.raises(NotReversible):
            roll_back(by=by(actor, row(code).step_since_at), code=code, reason="x")


def test_a_step_is_taken_back_once_and_not_the_one_before(town: Town) -> None:
    code = town.appraised()
    town.advance(town.specialist, code, "propose", AT)
    roll_back(by=by(town.specialist, SOON), code=code, reason="x")

    with pytest.raises(NotReversible):
        roll_back(by=by(town.specialist, SOON), code=code, reason="x")


def test_a_paid_step_stays(town: Town) -> None:
    code = town.appraised()
    town.advance(town.specialist, code, "demand_tax", AT)
    town.advance(town.counter, code, "paid", SOON)

    with pytest.raises(PaidStep):
        roll_back(by=by(town.counter, SOON), code=code, reason="x")


def test_a_step_on_which_money_came_in_stays(town: Town) -> None:
    code = town.appraised()
    town.advance(town.specialist, code, "propose", AT)
    take_cash(
        actor=town.counter, at=AT, key=by(town.counter, AT).key, dossier_code=code,
        amount_vnd=75_000, unit_id=town.centre_id,
    )  # fmt: skip

    with pytest.raises(PaidStep):
        roll_back(by=by(town.specialist, SOON), code=code, reason="x")


def test_a_working_day_later_it_is_too_late_and_a_weekend_does_not_count(town: Town) -> None:
    code = town.received()  # Friday 10:00
    town.advance(town.counter, code, "hand_over", vn("2026-07-03 16:00"))

    with pytest.raises(TooLateToRollBack):
        roll_back(by=by(town.counter, vn("2026-07-06 16:01")), code=code, reason="x")
    roll_back(by=by(town.counter, vn("2026-07-06 16:00")), code=code, reason="Nhầm đơn vị")

    assert row(code).step == "reception"


def test_a_reason_is_needed(town: Town) -> None:
    code = town.appraised()
    town.advance(town.specialist, code, "propose", AT)

    with pytest.raises(ReasonMissing):
        roll_back(by=by(town.specialist, SOON), code=code, reason=" ")


def test_a_step_on_which_a_part_of_the_money_came_in_stays(town: Town) -> None:
    code = owing_two(town)
    town.advance(town.counter, code, "hand_over", AT)
    reference = start_payment(
        actor=town.citizen, at=AT, key=uuid4(), dossier_code=code, payer_name="Lan"
    )
    settle_payment(heard=heard(reference, amount_vnd=45_000), at=AT)

    with pytest.raises(PaidStep):
        roll_back(by=by(town.counter, SOON), code=code, reason="x")
