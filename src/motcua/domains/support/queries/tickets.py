# SPDX-License-Identifier: Apache-2.0
"""Calls for help as the support and the asker see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.domains.support import commands
from motcua.domains.support.models import Ticket, TicketAnswer, TicketState
from motcua.domains.support.tickets import SECRET
from motcua.kit import seal
from motcua.kit.access import Actor, Role
from motcua.kit.faults import NotFound

A_PAGE = 50


@dataclass(frozen=True, slots=True)
class TicketCard:
    """One ticket."""

    code: str
    state: str
    screen: str
    correlation: str
    unit_id: int | None
    account_id: int | None
    words: str
    filed_at: datetime
    changed_at: datetime
    source: str


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """What was said on a ticket."""

    at: datetime
    by_asker: bool
    text: str


def inbox(actor: Actor, *, state: str = TicketState.OPEN) -> tuple[TicketCard, ...]:
    """Return the tickets of a state that the actor answers, oldest first.

    An operator answers all, the administrator of a unit those of its people.
    """
    rows = Ticket.objects.filter(state=state)
    if not actor.posts_as(Role.OPERATOR):
        units = [post.unit_id for post in actor.posts_as(Role.UNIT_ADMIN)]
        rows = rows.filter(unit_id__in=units)
    ordered = rows.order_by("id" if state == TicketState.OPEN else "-changed_at")
    return tuple(TicketCard(*row) for row in ordered.values_list(*TicketCard.__slots__)[:A_PAGE])


def card(code: str) -> TicketCard:
    """Return one ticket; who may see it is the caller's question. Raises NotFound."""
    row = Ticket.objects.filter(code=code).values_list(*TicketCard.__slots__).first()
    if row is None:
        raise NotFound
    return TicketCard(*row)


def answers_it(actor: Actor, shown: TicketCard) -> bool:
    """Say whether the actor belongs to those who answer it."""
    own = shown.unit_id is not None and actor.post(Role.UNIT_ADMIN, shown.unit_id)
    return bool(actor.posts_as(Role.OPERATOR) or own)


def is_of(actor: Actor, shown: TicketCard) -> bool:
    """Say whether the actor filed it."""
    return commands.owns(actor, shown.account_id, SECRET, shown.code)


def said(code: str) -> Sequence[AnswerLine]:
    """Return what was said, oldest first."""
    rows = TicketAnswer.objects.filter(ticket__code=code).order_by("id")
    return [AnswerLine(*row) for row in rows.values_list(*AnswerLine.__slots__)]


def own(account_id: int) -> tuple[TicketCard, ...]:
    """Return the newest tickets of an account."""
    rows = Ticket.objects.filter(account_id=account_id).order_by("-id")
    return tuple(TicketCard(*row) for row in rows.values_list(*TicketCard.__slots__)[:10])


def secret_of(code: str) -> str:
    """Return the secret that opens a ticket together with its code."""
    return seal.secret_of(SECRET, code)


def holder(*, code: str, secret: str) -> Actor:
    """Return the actor who knows code and secret. Raises NotFound for any wrong pair."""
    exists = Ticket.objects.filter(code=code).exists()
    return commands.holder(SECRET, code, secret, exists=exists)
