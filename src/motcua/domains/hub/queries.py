# SPDX-License-Identifier: Apache-2.0
"""The exchange log as operators read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from motcua.domains.hub.models import Breaker, Exchange, ExchangeState, ExchangeTry

MOST = 100


@dataclass(frozen=True, slots=True)
class ExchangeLine:
    """One exchange; `took_ms` is the time of its last attempt."""

    correlation_id: UUID
    partner: str
    operation: str
    subject: str
    direction: str
    state: str
    attempts: int
    began_at: datetime
    next_at: datetime | None
    ended_at: datetime | None
    outcome: str
    took_ms: int | None


@dataclass(frozen=True, slots=True)
class TryLine:
    """One attempt."""

    number: int
    at: datetime
    took_ms: int
    outcome: str


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """How a partner has been doing."""

    partner: str
    failures: int
    open_until: datetime | None


def exchanges(*, states: Sequence[str] = (), most: int = MOST) -> tuple[ExchangeLine, ...]:
    """Return the newest exchanges, of some states only if they are given."""
    rows = Exchange.objects.order_by("-began_at", "-id")
    if states:
        rows = rows.filter(state__in=states)
    page = list(rows[:most])
    took = dict(
        ExchangeTry.objects.filter(exchange__in=page)
        .order_by("number")
        .values_list("exchange_id", "took_ms")
    )
    return tuple(_line(row, took.get(row.id)) for row in page)


def tries(correlation_id: UUID) -> tuple[TryLine, ...]:
    """Return the attempts of an exchange in their order."""
    rows = ExchangeTry.objects.filter(exchange__correlation_id=correlation_id).order_by("number")
    return tuple(TryLine(*row) for row in rows.values_list("number", "at", "took_ms", "outcome"))


def partners() -> tuple[PartnerLine, ...]:
    """Return every partner called so far."""
    rows = Breaker.objects.order_by("partner").values_list("partner", "failures", "open_until")
    return tuple(PartnerLine(*row) for row in rows)


def overdue(at: datetime, most: int = MOST) -> tuple[UUID, ...]:
    """Return exchanges whose time has come though no worker took them up."""
    live = Exchange.objects.filter(state__in=[ExchangeState.WAITING, ExchangeState.CALLING])
    rows = live.filter(next_at__lt=at).order_by("next_at")
    return tuple(rows.values_list("correlation_id", flat=True)[:most])


def _line(row: Exchange, took_ms: int | None) -> ExchangeLine:
    return ExchangeLine(
        row.correlation_id, row.partner, row.operation, row.subject, row.direction, row.state,
        row.attempts, row.began_at, row.next_at, row.ended_at, row.outcome, took_ms,
    )  # fmt: skip
