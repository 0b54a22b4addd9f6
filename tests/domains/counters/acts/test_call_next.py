# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.counters.acts.call_next import NobodyWaits, StillSomebody, call_next
from motcua.domains.counters.acts.finish_ticket import finish_ticket
from motcua.domains.counters.commands import NoWindow
from motcua.domains.counters.models import Ticket, TicketState, Window
from tests.domains.counters.conftest import Centre, by, fresh


def test_who_waited_longest_comes_first_and_an_appointment_before_all(centre: Centre) -> None:
    centre.seated()
    first, second, booked = centre.tickets("A", "B", "A")
    Ticket.objects.filter(pk=booked.pk).update(booked=True)

    call_next(by=by(centre.hoa))
    call_next(by=by(centre.lan))

    assert fresh(booked).window_id == centre.first
    assert fresh(first).window_id == centre.second
    assert fresh(second).state == TicketState.WAITING


def test_a_double_click_calls_one_number(centre: Centre) -> None:
    centre.seated()
    centre.tickets("A", "A")
    command = by(centre.hoa)

    call_next(by=command)
    call_next(by=command)

    assert Ticket.objects.filter(state=TicketState.CALLED).count() == 1


def test_the_number_at_the_window_is_finished_first(centre: Centre) -> None:
    centre.seated()
    first, _ = centre.tickets("A", "A")
    call_next(by=by(centre.hoa))

    with pytest.raises(StillSomebody):
        call_next(by=by(centre.hoa))

    finish_ticket(by=by(centre.hoa), ticket_id=first.pk)
    call_next(by=by(centre.hoa))


def test_a_window_calls_its_own_lines_only(centre: Centre) -> None:
    centre.seated()
    Window.objects.filter(pk=centre.first).update(lines=["B"])
    centre.tickets("A")

    with pytest.raises(NobodyWaits):
        call_next(by=by(centre.hoa))


def test_without_a_window_nobody_is_called(centre: Centre) -> None:
    with pytest.raises(NoWindow):
        call_next(by=by(centre.hoa))
