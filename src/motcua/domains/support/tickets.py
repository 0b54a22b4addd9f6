# SPDX-License-Identifier: Apache-2.0
"""Locks a ticket for one act and writes what the act did."""

from __future__ import annotations

from motcua.domains.support.commands import Outcome, owns
from motcua.domains.support.models import Ticket, TicketAnswer, TicketState
from motcua.kit import audit, idempotency
from motcua.kit.access import Actor, NotPermitted, Post, Role
from motcua.kit.commands import By
from motcua.kit.faults import NotFound

SECRET = "ticket"  # noqa: S105


def chain_of(code: str) -> str:
    """Return the audit chain of a ticket."""
    return f"ticket:{code}"


def begin(by: By, act: str, code: str) -> Ticket | None:
    """Lock the ticket; None when this very command was done before. Raises NotFound, KeyReused."""
    row = Ticket.objects.select_for_update(of=("self",)).filter(code=code).first()
    if row is None:
        raise NotFound
    fresh = idempotency.spend(key=by.key, act=act, actor=by.actor, subject=code, at=by.at)
    return row if fresh else None


def outcome(code: str) -> Outcome:
    """Return where a ticket stands."""
    return Outcome(*Ticket.objects.values_list("code", "state").get(code=code))


def support_post(actor: Actor, unit_id: int | None) -> Post:
    """Return the post that answers tickets of this unit. Raises NotPermitted."""
    operator = actor.posts_as(Role.OPERATOR)
    if operator:
        return operator[0]
    own = actor.post(Role.UNIT_ADMIN, unit_id) if unit_id is not None else None
    if own is None:
        raise NotPermitted
    return own


def is_asker(row: Ticket, actor: Actor) -> bool:
    """Say whether the actor filed it."""
    return owns(actor, row.account_id, SECRET, row.code)


def write(
    row: Ticket, *, by: By, act: str, state: TicketState, post: Post | None, text: str = ""
) -> Outcome:
    """Write one act on a locked ticket; the log keeps a digest of the words only."""
    audit.append(
        chain=chain_of(row.code), at=by.at, act=act, actor=by.actor, post=post,
        payload={"state": state.value, "text_sha256": audit.sha256_of(text)},
    )  # fmt: skip
    Ticket.objects.filter(pk=row.pk).update(state=state, changed_at=by.at)
    if text:
        TicketAnswer.objects.create(ticket=row, at=by.at, by_asker=post is None, text=text)
    return Outcome(row.code, state.value)
