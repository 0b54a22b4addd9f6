# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.counters.acts.book_appointment import book_appointment
from motcua.domains.counters.acts.cancel_appointment import AppointmentOver, cancel_appointment
from motcua.domains.counters.queries import free_slots
from motcua.kit.access import GUEST
from motcua.kit.faults import NotFound
from tests.builders import vn
from tests.domains.counters.conftest import MORNING, Centre, by

NINE = vn("2026-07-07 09:00")


def test_a_cancelled_time_is_free_again_and_cancelled_once(centre: Centre) -> None:
    codes = [
        book_appointment(by=by(GUEST), unit_id=centre.unit_id, letter="A", starts_at=NINE)
        for _ in range(2)
    ]

    cancel_appointment(by=by(GUEST), code=codes[0])

    assert NINE in free_slots(centre.unit_id, at=MORNING)
    with pytest.raises(AppointmentOver):
        cancel_appointment(by=by(GUEST), code=codes[0])


def test_an_unknown_code_is_not_found(centre: Centre) -> None:
    with pytest.raises(NotFound):
        cancel_appointment(by=by(GUEST), code="XXXXXXXX")
