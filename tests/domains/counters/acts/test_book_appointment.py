# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from uuid import uuid4

import pytest

from motcua.domains.counters.acts.book_appointment import (
    SlotClosed,
    SlotFull,
    TooManyBooked,
    book_appointment,
)
from motcua.domains.counters.acts.take_ticket import LineClosed
from motcua.domains.counters.models import Appointment
from motcua.domains.counters.queries import appointments_of, free_slots
from motcua.domains.people.models import Account
from motcua.kit.access import GUEST, Actor, ActorKind
from motcua.kit.commands import By
from tests.builders import vn
from tests.domains.counters.conftest import MORNING, Centre, by

NINE = vn("2026-07-07 09:00")


def test_a_time_holds_as_many_as_there_are_windows(centre: Centre) -> None:
    for _ in range(2):
        assert NINE in free_slots(centre.unit_id, at=MORNING)
        book_appointment(by=by(GUEST), unit_id=centre.unit_id, letter="A", starts_at=NINE)

    assert NINE not in free_slots(centre.unit_id, at=MORNING)
    with pytest.raises(SlotFull):
        book_appointment(by=by(GUEST), unit_id=centre.unit_id, letter="A", starts_at=NINE)


def test_a_double_click_books_once(centre: Centre) -> None:
    command = By(GUEST, MORNING, uuid4())

    codes = {
        book_appointment(by=command, unit_id=centre.unit_id, letter="A", starts_at=NINE)
        for _ in range(2)
    }

    assert len(codes) == Appointment.objects.count() == 1


@pytest.mark.parametrize(
    "moment",
    ["2026-07-05 09:00", "2026-07-06 07:30", "2026-07-07 12:00", "2026-07-07 09:10",
     "2026-07-11 09:00", "2026-09-01 09:00"],
)  # fmt: skip
def test_times_that_are_not_offered_are_refused(centre: Centre, moment: str) -> None:
    with pytest.raises(SlotClosed):
        book_appointment(by=by(GUEST), unit_id=centre.unit_id, letter="A", starts_at=vn(moment))


def test_one_citizen_holds_three_at_most(centre: Centre) -> None:
    account = Account.objects.create(
        sign_in_name="c", kind="citizen", code="cd-9", full_name="C", created_at=MORNING
    )
    citizen = Actor(code="cd-9", name="C", kind=ActorKind.CITIZEN, account_id=account.pk)
    for slot in free_slots(centre.unit_id, at=MORNING)[:3]:
        book_appointment(by=by(citizen), unit_id=centre.unit_id, letter="A", starts_at=slot)

    with pytest.raises(TooManyBooked):
        book_appointment(by=by(citizen), unit_id=centre.unit_id, letter="A", starts_at=NINE)
    assert len(appointments_of(account.pk, at=MORNING)) == 3


def test_an_unknown_line_is_refused(centre: Centre) -> None:
    with pytest.raises(LineClosed):
        book_appointment(by=by(GUEST), unit_id=centre.unit_id, letter="Z", starts_at=NINE)
