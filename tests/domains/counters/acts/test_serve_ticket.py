# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.counters.acts.call_next import call_next
from motcua.domains.counters.acts.serve_ticket import serve_ticket
from motcua.domains.counters.commands import TicketElsewhere
from motcua.domains.counters.models import TicketState
from tests.domains.counters.conftest import MORNING, Centre, by, fresh


def test_the_serving_begins_once(centre: Centre) -> None:
    centre.seated()
    (ticket,) = centre.tickets("A")
    call_next(by=by(centre.hoa))
    command = by(centre.hoa)

    serve_ticket(by=command, ticket_id=ticket.pk)
    serve_ticket(by=command, ticket_id=ticket.pk)

    assert (fresh(ticket).state, fresh(ticket).served_at) == (TicketState.SERVING, MORNING)


def test_another_window_does_not_begin_it(centre: Centre) -> None:
    centre.seated()
    (ticket,) = centre.tickets("A")
    call_next(by=by(centre.hoa))

    with pytest.raises(TicketElsewhere):
        serve_ticket(by=by(centre.lan), ticket_id=ticket.pk)
