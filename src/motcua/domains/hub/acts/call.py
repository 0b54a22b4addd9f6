# SPDX-License-Identifier: Apache-2.0
"""Carry out one attempt of an exchange; the network is touched outside of any transaction."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from motcua.domains.hub import patience
from motcua.domains.hub.models import LIVE, Breaker, Exchange, ExchangeState, ExchangeTry
from motcua.domains.hub.ports import Adapter
from motcua.domains.hub.queueing import queue
from motcua.kit.posting import PartnerFault

LOG = logging.getLogger("motcua.hub")


@dataclass(frozen=True, slots=True)
class _Ended:
    outcome: str
    done: bool
    again: bool
    took_ms: int


def call(*, correlation_id: UUID, adapters: Mapping[str, Adapter], at: datetime) -> bool:
    """Try once; say whether the exchange is done. A failure is repeated later or left for a person.

    `adapters` are by `partner.operation`. While a partner's breaker is open nothing is sent.
    """
    exchange = _begin(correlation_id, at)
    if exchange is None:
        return False
    ended = _carry_out(exchange, adapters, at)
    _end(exchange, ended, at + timedelta(milliseconds=ended.took_ms))
    return ended.done


@transaction.atomic
def _begin(correlation_id: UUID, at: datetime) -> Exchange | None:
    """Take the exchange for one attempt; None when it is not its time."""
    rows = Exchange.objects.select_for_update(skip_locked=True)
    due = rows.filter(
        correlation_id=correlation_id, next_at__lte=at,
        state__in=LIVE,
    ).first()  # fmt: skip
    if due is None:
        return None
    shut_until = _shut_until(due.partner, at)
    if shut_until is not None:
        due.next_at = shut_until
        due.save(update_fields=["next_at"])
        queue(correlation_id, shut_until)
        return None
    due.state, due.next_at, due.attempts = (
        ExchangeState.CALLING, at + patience.LEASE, due.attempts + 1,
    )  # fmt: skip
    due.save(update_fields=["state", "next_at", "attempts"])
    return due


def _shut_until(partner: str, at: datetime) -> datetime | None:
    """Return until when the breaker is open; after that time one call alone goes through."""
    breaker = Breaker.objects.select_for_update().filter(partner=partner).first()
    if breaker is None or breaker.open_until is None:
        return None
    if breaker.open_until > at:
        return breaker.open_until
    breaker.open_until = at + patience.OPEN_FOR
    breaker.save(update_fields=["open_until"])
    return None


def _carry_out(exchange: Exchange, adapters: Mapping[str, Adapter], at: datetime) -> _Ended:
    began = time.perf_counter()
    done, again = True, False
    try:
        adapter = adapters[f"{exchange.partner}.{exchange.operation}"]
        outcome = adapter(
            subject=exchange.subject, correlation_id=exchange.correlation_id, at=at
        )  # fmt: skip
    except PartnerFault as fault:
        outcome, done, again = fault.outcome, False, fault.again
    except Exception as error:  # whatever an adapter does wrong is one failed attempt
        LOG.error("%s failed: %s", exchange.correlation_id, type(error).__name__)
        outcome, done, again = type(error).__name__, False, True
    return _Ended(outcome[:40], done, again, int((time.perf_counter() - began) * 1000))


@transaction.atomic
def _end(exchange: Exchange, ended: _Ended, at: datetime) -> None:
    exchange.outcome = ended.outcome
    last = ExchangeTry.objects.filter(exchange=exchange).count()
    ExchangeTry.objects.create(
        exchange=exchange, number=last + 1, at=at, took_ms=ended.took_ms, outcome=ended.outcome
    )
    if ended.done:
        exchange.state, exchange.next_at, exchange.ended_at = ExchangeState.DONE, None, at
    elif ended.again and exchange.attempts < patience.ATTEMPTS:
        exchange.state, exchange.next_at = (
            ExchangeState.WAITING, at + patience.pause(exchange.attempts),
        )  # fmt: skip
        queue(exchange.correlation_id, exchange.next_at)
    else:
        exchange.state, exchange.next_at, exchange.ended_at = ExchangeState.DEAD, None, at
    exchange.save(update_fields=["state", "next_at", "ended_at", "outcome"])
    _judge(exchange.partner, ended, at)


def _judge(partner: str, ended: _Ended, at: datetime) -> None:
    """Count the failures of a partner in a row; a refusal with reasons is an answer, too."""
    Breaker.objects.get_or_create(partner=partner)
    breaker = Breaker.objects.select_for_update().get(partner=partner)
    if ended.again:
        breaker.failures += 1
        if breaker.failures >= patience.FAILURES_BEFORE_OPEN:
            breaker.open_until = at + patience.OPEN_FOR
    else:
        breaker.failures, breaker.open_until = 0, None
    breaker.save(update_fields=["failures", "open_until"])
