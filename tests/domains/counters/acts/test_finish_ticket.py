# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.counters.acts.call_next import call_next
from motcua.domains.counters.acts.finish_ticket import finish_ticket
from motcua.domains.counters.commands import TicketElsewhere
from motcua.domains.counters.models import TicketState
from motcua.kit.models import AuditEntry
from tests.domains.counters.conftest import MORNING, Centre, by, fresh


def test_a_served_number_ends_and_its_way_is_in_the_log(centre: Centre) -> None:
    centre.seated()
    (ticket,) = centre.tickets("A")
    call_next(by=by(centre.hoa))

    finish_ticket(by=by(centre.hoa), ticket_id=ticket.pk)

    assert (fresh(ticket).state, fresh(ticket).ended_at) == (TicketState.DONE, MORNING)
    logged = AuditEntry.objects.filter(payload__ticket="A001").order_by("seq")
    assert [entry.act for entry in logged] == ["take_ticket", "call_next", "finish_ticket"]


def test_an_ended_number_stays_ended(centre: Centre) -> None:
    centre.seated()
    (ticket,) = centre.tickets("A")
    call_next(by=by(centre.hoa))
    finish_ticket(by=by(centre.hoa), ticket_id=ticket.pk)

    with pytest.raises(TicketElsewhere):
        finish_ticket(by=by(centre.hoa), ticket_id=ticket.pk)
