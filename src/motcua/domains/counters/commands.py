# SPDX-License-Identifier: Apache-2.0
"""What all acts of the queue share: the key, the lock of the day, the officer's window."""

from __future__ import annotations

import secrets
from typing import Any

from django.db import connection
from django.utils.translation import gettext_lazy

from motcua.domains.counters.models import Ticket, TicketState, Window
from motcua.domains.units import queries as units
from motcua.kit import audit, idempotency
from motcua.kit.access import NotPermitted, Post, Role
from motcua.kit.commands import By
from motcua.kit.faults import Fault, NotFound

SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # nothing that looks like something else

CHANGED = (
    'INSERT INTO counters_queueday (unit_id, "on", version) VALUES (%s, %s, 1)'
    ' ON CONFLICT (unit_id, "on") DO UPDATE SET version = counters_queueday.version + 1'
)


class NoWindow(Fault):
    """The officer sits at no window."""

    status = 409
    sentence = gettext_lazy("Open a window first: choose where you sit.")


class TicketElsewhere(Fault):
    """The ticket is not in a state, or not at the window, that allows this."""

    status = 409
    sentence = gettext_lazy("This number has moved on meanwhile. Look at the queue again.")


def counter_post(by: By, unit_id: int) -> Post:
    """Return the actor's counter post in the centre. Raises NotPermitted."""
    post = by.actor.post(Role.COUNTER, unit_id)
    if post is None:
        raise NotPermitted
    return post


def begin(by: By, act: str, unit_id: int, subject: str = "", *, made: bool = False) -> bool:
    """Spend the key and hold the queue of the day; False when this command was done before.

    `made` says that the command makes its subject. Raises KeyReused.
    """
    fresh = idempotency.spend(
        key=by.key, act=act, actor=by.actor, subject=subject, at=by.at, made=made
    )
    if fresh:
        with connection.cursor() as cursor:
            cursor.execute(CHANGED, [unit_id, by.on])
    return fresh


def record(by: By, act: str, unit_id: int, post: Post | None, **payload: Any) -> None:
    """Write the act into the audit chain of the centre's day."""
    chain = f"queue:{units.agency(unit_id).code}:{by.on.isoformat()}"
    audit.append(chain=chain, at=by.at, act=act, actor=by.actor, post=post, payload=payload)


def window_of(by: By) -> Window:
    """Return the window the officer sits at. Raises NoWindow."""
    window = Window.objects.filter(officer_code=by.actor.code, in_use=True).first()
    if window is None:
        raise NoWindow
    return window


def move(by: By, ticket_id: int, act: str, *, come: set[TicketState], **changes: Any) -> None:
    """Change a ticket of today at the officer's window if it stands in one of these states.

    A ticket at another window is that officer's. Raises NoWindow, NotPermitted, NotFound,
    TicketElsewhere.
    """
    window = window_of(by)
    post = counter_post(by, window.unit_id)
    if not begin(by, act, window.unit_id, str(ticket_id)):
        return
    rows = Ticket.objects.select_for_update().filter(unit_id=window.unit_id, on=by.on)
    ticket = rows.filter(pk=ticket_id).first()
    if ticket is None:
        raise NotFound
    at_window = ticket.state in (TicketState.CALLED, TicketState.SERVING)
    if ticket.state not in come or (at_window and ticket.window_id != window.pk):
        raise TicketElsewhere
    Ticket.objects.filter(pk=ticket.pk).update(**changes)
    record(by, act, window.unit_id, post, ticket=f"{ticket.letter}{ticket.number:03d}")


def new_code(length: int = 8) -> str:
    """Return a code that nobody guesses."""
    return "".join(secrets.choice(SIGNS) for _ in range(length))
