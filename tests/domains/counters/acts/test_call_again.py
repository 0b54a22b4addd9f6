# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.counters.acts.call_again import call_again
from motcua.domains.counters.acts.call_next import StillSomebody, call_next
from motcua.domains.counters.acts.hold_ticket import hold_ticket
from motcua.domains.counters.acts.miss_ticket import miss_ticket
from motcua.domains.counters.commands import TicketElsewhere
from motcua.domains.counters.models import TicketState
from tests.domains.counters.conftest import Centre, by, fresh


def test_a_number_that_was_not_heard_is_called_again(centre: Centre) -> None:
    centre.seated()
    (ticket,) = centre.tickets("A")
    call_next(by=by(centre.hoa))

    call_again(by=by(centre.hoa), ticket_id=ticket.pk)

    assert (fresh(ticket).state, fresh(ticket).calls) == (TicketState.CALLED, 2)


def test_a_held_number_comes_to_any_window_again(centre: Centre) -> None:
    centre.seated()
    (ticket,) = centre.tickets("A")
    call_next(by=by(centre.hoa))
    hold_ticket(by=by(centre.hoa), ticket_id=ticket.pk)

    call_again(by=by(centre.lan), ticket_id=ticket.pk)

    assert fresh(ticket).window_id == centre.second


def test_who_was_missed_can_still_be_served(centre: Centre) -> None:
    centre.seated()
    (ticket,) = centre.tickets("A")
    call_next(by=by(centre.hoa))
    miss_ticket(by=by(centre.hoa), ticket_id=ticket.pk)

    call_again(by=by(centre.hoa), ticket_id=ticket.pk)

    assert (fresh(ticket).state, fresh(ticket).ended_at) == (TicketState.CALLED, None)


def test_a_colleagues_number_is_not_taken_away(centre: Centre) -> None:
    centre.seated()
    (ticket,) = centre.tickets("A")
    call_next(by=by(centre.hoa))

    with pytest.raises(TicketElsewhere):
        call_again(by=by(centre.lan), ticket_id=ticket.pk)


def test_one_number_at_a_time(centre: Centre) -> None:
    centre.seated()
    first, _ = centre.tickets("A", "A")
    call_next(by=by(centre.hoa))
    hold_ticket(by=by(centre.hoa), ticket_id=first.pk)
    call_next(by=by(centre.hoa))

    with pytest.raises(StillSomebody):
        call_again(by=by(centre.hoa), ticket_id=first.pk)
