# SPDX-License-Identifier: Apache-2.0
"""File a call for help from any screen."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction

from motcua.domains.support import tickets
from motcua.domains.support.commands import Outcome
from motcua.domains.support.events import TicketFiled
from motcua.domains.support.models import Ticket, TicketState
from motcua.domains.support.wording import SHORTEST, stated
from motcua.kit import audit, events, idempotency
from motcua.kit.clock import VN
from motcua.kit.commands import By
from motcua.kit.copying import next_ids

LONGEST = 2000
ROUTE = re.compile(r"[a-z_]{1,20}:[a-z_0-9]{1,40}", re.ASCII)
NUMBER = re.compile(r"[0-9a-f]{12}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTicket:
    """Where somebody is stuck, and their words; route name and number never say who."""

    words: str
    screen: str = ""
    correlation: str = ""


@transaction.atomic
def file_ticket(*, by: By, ticket: NewTicket) -> Outcome:
    """Write it down for the support; the same key gives the same ticket.

    Screen and number that have not the right shape are left out. Raises the faults of wording.
    Emits: TicketFiled.
    """
    words = stated(ticket.words, shortest=SHORTEST, longest=LONGEST)
    (pk,) = next_ids(Ticket._meta.db_table, 1)
    code = f"HT-{by.at.astimezone(VN):%y%m%d}-{pk:06d}"
    fresh = idempotency.spend(
        key=by.key, act="file_ticket", actor=by.actor, subject=code, at=by.at, made=True
    )
    if not fresh:
        return tickets.outcome(idempotency.subject_of(by.key) or "")
    screen = ticket.screen if ROUTE.fullmatch(ticket.screen) else ""
    Ticket.objects.create(
        pk=pk, code=code, words=words, screen=screen,
        correlation=ticket.correlation if NUMBER.fullmatch(ticket.correlation) else "",
        unit_id=by.actor.posts[0].unit_id if by.actor.posts else None,
        account_id=by.actor.account_id, filed_at=by.at, changed_at=by.at,
        source="synthetic" if settings.DEMO else "real",
    )  # fmt: skip
    audit.append(
        chain=tickets.chain_of(code), at=by.at, act="file_ticket", actor=by.actor,
        payload={"screen": screen, "text_sha256": audit.sha256_of(words)},
    )  # fmt: skip
    events.emit(TicketFiled(subject=code, at=by.at, actor_code=by.actor.code, screen=screen))
    return Outcome(code, TicketState.OPEN.value)
