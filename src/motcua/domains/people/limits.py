# SPDX-License-Identifier: Apache-2.0
"""The dated limits on passwords and sessions, from `data/law/accounts.yaml`."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from motcua.kit import datafiles
from motcua.kit.access import Actor, ActorKind, Role
from motcua.kit.clock import VN

ADMINISTRATORS = frozenset({Role.UNIT_ADMIN, Role.CONFIGURATOR, Role.OPERATOR})


@dataclass(frozen=True, slots=True)
class Limits:
    """What holds on one day; `idle_minutes` and `session_hours` go by audience."""

    valid_from: date
    failures_before_lock: int
    lock_hours: int
    password_length: int
    idle_minutes: Mapping[str, int]
    session_hours: Mapping[str, int]
    refusals_per_address: int
    refusals_minutes: int
    sources: Sequence[str] = ()

    @property
    def lock(self) -> timedelta:
        """Return how long an account stays locked."""
        return timedelta(hours=self.lock_hours)

    @property
    def refusals_window(self) -> timedelta:
        """Return the time over which refusals of one address are counted."""
        return timedelta(minutes=self.refusals_minutes)

    def idle(self, actor: Actor) -> timedelta:
        """Return after how long without a request a session ends."""
        return timedelta(minutes=self.idle_minutes[audience(actor)])

    def lifetime(self, actor: Actor) -> timedelta:
        """Return after how long a session ends in any case."""
        return timedelta(hours=self.session_hours[audience(actor)])


def audience(actor: Actor) -> str:
    """Return whose limits apply: administrators have shorter ones than other officials."""
    if actor.kind is ActorKind.OFFICIAL:
        roles: Iterable[str] = (post.role for post in actor.posts)
        return "administrator" if ADMINISTRATORS.intersection(roles) else "official"
    return "citizen" if actor.kind is ActorKind.CITIZEN else "guest"


def at(moment: datetime) -> Limits:
    """Return the limits that hold at a moment, by the date in Vietnam."""
    day = moment.astimezone(VN).date()
    held = [entry for entry in _all() if entry.valid_from <= day]
    return held[-1] if held else _all()[0]


@functools.cache
def _all() -> tuple[Limits, ...]:
    entries = [Limits(**entry) for entry in datafiles.read_yaml("law/accounts.yaml")]
    return tuple(sorted(entries, key=lambda entry: entry.valid_from))
