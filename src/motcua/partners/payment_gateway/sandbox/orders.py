# SPDX-License-Identifier: Apache-2.0
"""What the stand-in remembers of payments."""

from __future__ import annotations

import secrets
import threading
from dataclasses import dataclass, field, replace
from enum import StrEnum

MOST = 50_000


class State(StrEnum):
    """Where a payment stands, as TrangThaiGD says it."""

    NEW = "0"
    PAID = "1"
    FAILED = "4"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A payment somebody asked for; `token` opens its page."""

    reference: str
    amount: str
    about: str
    to_name: str
    to_account: str
    state: State = State.NEW
    transaction: str = ""
    token: str = field(default_factory=lambda: secrets.token_urlsafe(18))


class Orders:
    """The payments by reference; the first decision about one stays."""

    def __init__(self) -> None:
        self._by_reference: dict[str, Order] = {}
        self._references: dict[str, str] = {}
        self._lock = threading.Lock()

    def take_in(self, order: Order) -> Order:
        """Keep a payment; one that is known already stays as it is."""
        with self._lock:
            known = self._by_reference.get(order.reference)
            if known is not None:
                return known
            if len(self._by_reference) >= MOST:
                oldest = self._by_reference.pop(next(iter(self._by_reference)))
                self._references.pop(oldest.token)
            self._by_reference[order.reference] = order
            self._references[order.token] = order.reference
            return order

    def by_reference(self, reference: str) -> Order | None:
        """Return a payment."""
        return self._by_reference.get(reference)

    def by_token(self, token: str) -> Order | None:
        """Return the payment of a page."""
        return self._by_reference.get(self._references.get(token, ""))

    def decide(self, order: Order, state: State) -> Order | None:
        """End a payment; None when it had ended before."""
        with self._lock:
            if self._by_reference[order.reference].state is not State.NEW:
                return None
            ended = replace(order, state=state, transaction=f"TX{secrets.token_hex(8).upper()}")
            self._by_reference[order.reference] = ended
            return ended
