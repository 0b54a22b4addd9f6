# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.support.acts.answer_petition import answer_petition
from motcua.domains.support.acts.ask_petitioner import ask_petitioner
from motcua.kit.access import NotPermitted
from motcua.kit.faults import NotAllowedNow
from motcua.kit.models import OutboxEvent
from tests.builders import vn
from tests.domains.support.conftest import Place, by, row


@pytest.mark.parametrize(("at", "late"), [("2026-07-24 10:00", False), ("2026-07-24 10:01", True)])
def test_the_answer_is_in_time_within_fifteen_working_days(
    place: Place, at: str, late: bool
) -> None:
    code = place.answered(vn(at))

    answered = row(code)
    assert (answered.state, answered.late) == ("answered", late)
    assert answered.due_at == vn("2026-07-28 10:00" if not late else "2026-07-28 10:01")


def test_time_in_which_the_petitioner_was_asked_does_not_make_it_late(place: Place) -> None:
    code = place.taken_up()
    ask_petitioner(by=by(place.specialist, vn("2026-07-06 10:00")), code=code, question="Ở đâu?")

    answer_petition(by=by(place.leader, vn("2026-08-03 10:00")), code=code, answer="Đã sửa.")

    assert not row(code).late


def test_the_others_are_told_of_it(place: Place) -> None:
    code = place.answered()

    told = OutboxEvent.objects.filter(topic="PetitionMoved", subject=code).latest("id")
    assert told.payload["act"] == "answer_petition"
    assert told.payload["state"] == "answered"


def test_it_needs_a_leader_of_the_unit_and_work_begun(place: Place) -> None:
    code = place.taken_up()

    for actor in (place.specialist, place.other_leader):
        with pytest.raises(NotPermitted):
            answer_petition(by=by(actor), code=code, answer="Đã sửa.")
    with pytest.raises(NotAllowedNow):
        answer_petition(by=by(place.leader), code=place.filed(), answer="Đã sửa.")
