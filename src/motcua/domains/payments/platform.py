# SPDX-License-Identifier: Apache-2.0
"""The payment platform as the hub knows it, and what may be heard of a payment."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

PARTNER = "payment_gateway"
INIT = "init"
QUERY = "query"
CONFIRM = "confirm"


class Source(StrEnum):
    """From where a word about a payment came."""

    CALLBACK = "callback"
    POLL = "poll"


class Word(StrEnum):
    """What the platform says about a payment."""

    PAID = "paid"
    FAILED = "failed"
    WAITING = "waiting"


class Outcome(StrEnum):
    """What came of a word about a payment."""

    SETTLED = "settled"
    REPEATED = "repeated"
    FAILED = "failed"
    WAITING = "waiting"
    WRONG_AMOUNT = "wrong_amount"
    PAID_TWICE = "paid_twice"
    UNKNOWN_REFERENCE = "unknown_reference"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A word whose origin was proved (by its hash), with the money it speaks of."""

    reference: str
    word: Word
    amount_vnd: int
    transaction: str
    source: Source
