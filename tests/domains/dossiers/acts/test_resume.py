# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import date

import pytest

from motcua.domains.dossiers.acts.ask_supplement import Item, ask_supplement
from motcua.domains.dossiers.acts.resume import resume
from motcua.domains.dossiers.application import InvalidAnswers
from motcua.domains.dossiers.case import holder_code
from motcua.kit.access import Actor, ActorKind, NotPermitted
from motcua.kit.faults import NotAllowedNow
from tests.builders import by, vn
from tests.domains.dossiers.conftest import ANSWERS, Town, row

ASKED_AT, GIVEN_AT = vn("2026-07-06 08:00"), vn("2026-07-08 14:00")
pytestmark = pytest.mark.django_db


def asked(town: Town) -> str:
    code = town.appraised()
    items = [Item("field:house.floors", "Số tầng chưa khớp", "")]
    until_on = date(2026, 7, 20)
    command = by(town.specialist, ASKED_AT)
    ask_supplement(by=command, code=code, items=items, until_on=until_on)
    return code


def test_a_supplement_shifts_the_due_moment_by_the_working_time_of_the_pause(town: Town) -> None:
    code = asked(town)

    resume(by=by(town.citizen, GIVEN_AT), code=code, answers={"house": {"floors": 4}})

    stored = row(code)
    assert (stored.status, stored.step, stored.back_step) == (4, "appraise", "")
    assert stored.due_at == vn("2026-07-14 16:00")
    assert stored.desk_role == "specialist"


def test_only_what_was_asked_can_change(town: Town) -> None:
    code = asked(town)
    answers = {"house": {"floors": 4}, "applicant_name": "Người Khác"}

    resume(by=by(town.citizen, GIVEN_AT), code=code, answers=answers)

    stored = row(code)
    assert stored.answers["house"]["floors"] == 4
    assert stored.applicant_name == ANSWERS["applicant_name"]


def test_wrong_additions_are_named_and_nothing_changes(town: Town) -> None:
    code = asked(town)

    with pytest.raises(InvalidAnswers):
        resume(by=by(town.citizen, GIVEN_AT), code=code, answers={"house": {"floors": 99}})

    assert row(code).status == 5


def test_the_holder_of_the_receipt_and_the_counter_may_complete_it(town: Town) -> None:
    answers = {"house": {"floors": 4}}
    first, second = asked(town), asked(town)
    holder = Actor(code=holder_code(first), name="", kind=ActorKind.GUEST)

    resume(by=by(holder, GIVEN_AT), code=first, answers=answers)
    resume(by=by(town.counter, GIVEN_AT), code=second, answers=answers)

    assert (row(first).status, row(second).status) == (4, 4)


def test_a_stranger_may_not(town: Town) -> None:
    code = asked(town)

    for actor in (town.stranger, town.leader):
        with pytest.raises(NotPermitted):
            resume(by=by(actor, GIVEN_AT), code=code, answers={"house": {"floors": 4}})


def test_nothing_was_asked(town: Town) -> None:
    with pytest.raises(NotAllowedNow):
        resume(by=by(town.citizen, GIVEN_AT), code=town.appraised(), answers={})
