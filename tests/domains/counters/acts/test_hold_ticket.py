# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.counters.acts.call_next import call_next
from motcua.domains.counters.acts.hold_ticket import hold_ticket
from motcua.domains.counters.acts.serve_ticket import serve_ticket
from motcua.domains.counters.commands import TicketElsewhere
from motcua.domains.counters.models import TicketState
from tests.domains.counters.conftest import Centre, by, fresh


@pytest.mark.parametrize("served", [False, True])
def test_a_number_set_aside_frees_the_window(centre: Centre, served: bool) -> None:
    centre.seated()
    ticket, after = centre.tickets("A", "A")
    call_next(by=by(centre.hoa))
    if served:
        serve_ticket(by=by(centre.hoa), ticket_id=ticket.pk)

    hold_ticket(by=by(centre.hoa), ticket_id=ticket.pk)
    call_next(by=by(centre.hoa))

    assert (fresh(ticket).state, fresh(ticket).window_id) == (TicketState.HELD, None)
    assert fresh(after).window_id == centre.first


def test_a_number_that_waits_cannot_be_held(centre: Centre) -> None:
    centre.seated()
    (ticket,) = centre.tickets("A")

    with pytest.raises(TicketElsewhere):
        hold_ticket(by=by(centre.hoa), ticket_id=ticket.pk)
