# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.counters.acts.call_next import call_next
from motcua.domains.counters.acts.miss_ticket import miss_ticket
from motcua.domains.counters.acts.serve_ticket import serve_ticket
from motcua.domains.counters.commands import TicketElsewhere
from motcua.domains.counters.models import TicketState
from motcua.kit.faults import NotFound
from tests.domains.counters.conftest import MORNING, Centre, by, fresh


def test_nobody_came(centre: Centre) -> None:
    centre.seated()
    (ticket,) = centre.tickets("A")
    call_next(by=by(centre.hoa))

    miss_ticket(by=by(centre.hoa), ticket_id=ticket.pk)

    assert (fresh(ticket).state, fresh(ticket).ended_at) == (TicketState.MISSED, MORNING)


def test_somebody_who_is_served_was_not_missed(centre: Centre) -> None:
    centre.seated()
    (ticket,) = centre.tickets("A")
    call_next(by=by(centre.hoa))
    serve_ticket(by=by(centre.hoa), ticket_id=ticket.pk)

    with pytest.raises(TicketElsewhere):
        miss_ticket(by=by(centre.hoa), ticket_id=ticket.pk)


def test_a_number_that_does_not_exist_is_not_found(centre: Centre) -> None:
    centre.seated()

    with pytest.raises(NotFound):
        miss_ticket(by=by(centre.hoa), ticket_id=10**9)
