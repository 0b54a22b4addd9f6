# SPDX-License-Identifier: Apache-2.0
"""Leave the window; a number still at it goes back to the queue."""

from __future__ import annotations

from django.db import transaction

from motcua.domains.counters.commands import begin, counter_post, record, window_of
from motcua.domains.counters.models import AT_A_WINDOW, Ticket, TicketState, Window
from motcua.kit.commands import By


@transaction.atomic
def close_window(*, by: By) -> None:
    """Free the officer's window. Raises NoWindow, NotPermitted."""
    window = window_of(by)
    post = counter_post(by, window.unit_id)
    if not begin(by, "close_window", window.unit_id, str(window.pk)):
        return
    left = Ticket.objects.filter(window=window, on=by.on, state__in=AT_A_WINDOW)
    left.update(state=TicketState.WAITING, window=None)
    Window.objects.filter(pk=window.pk).update(officer_code="", opened_at=None)
    record(by, "close_window", window.unit_id, post, window=window.number)
