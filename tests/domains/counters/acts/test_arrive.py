# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.counters.acts.arrive import NotNow, arrive
from motcua.domains.counters.acts.book_appointment import book_appointment
from motcua.domains.counters.acts.cancel_appointment import AppointmentOver, cancel_appointment
from motcua.domains.counters.models import Ticket
from motcua.kit.access import GUEST, NotPermitted
from motcua.kit.faults import NotFound
from tests.builders import vn
from tests.domains.counters.conftest import Centre, by

NINE = vn("2026-07-07 09:00")


@pytest.fixture
def code(centre: Centre) -> str:
    return book_appointment(by=by(GUEST), unit_id=centre.unit_id, letter="B", starts_at=NINE)


def test_the_appointment_becomes_one_ticket_of_its_line(centre: Centre, code: str) -> None:
    at = vn("2026-07-07 08:45")

    tickets = {arrive(by=by(GUEST, at), unit_id=centre.unit_id, code=code.lower()) for _ in "12"}

    (ticket,) = Ticket.objects.filter(code__in=tickets)
    assert (ticket.letter, ticket.booked) == ("B", True)


@pytest.mark.parametrize("moment", ["2026-07-07 08:29", "2026-07-07 09:16", "2026-07-06 09:00"])
def test_it_is_good_around_its_time_only(centre: Centre, code: str, moment: str) -> None:
    with pytest.raises(NotNow):
        arrive(by=by(GUEST, vn(moment)), unit_id=centre.unit_id, code=code)

    assert not Ticket.objects.exists()


def test_a_cancelled_unknown_or_foreign_code_gives_no_ticket(centre: Centre, code: str) -> None:
    cancel_appointment(by=by(GUEST), code=code)

    with pytest.raises(AppointmentOver):
        arrive(by=by(GUEST, NINE), unit_id=centre.unit_id, code=code)
    for unit_id, wrong in ((centre.unit_id, "XXXXXXXX"), (centre.other_id, code)):
        with pytest.raises(NotFound):
            arrive(by=by(GUEST, NINE), unit_id=unit_id, code=wrong)
    with pytest.raises(NotPermitted):
        arrive(by=by(centre.stranger, NINE), unit_id=centre.unit_id, code=code)
