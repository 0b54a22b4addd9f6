# SPDX-License-Identifier: Apache-2.0
"""What happens to people; every subject is the code of an account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from motcua.kit.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountLocked(Event):
    """Too many wrong passwords."""

    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CitizenRegistered(Event):
    """A citizen signed in for the first time."""

    account_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PostHeld(Event):
    """An official takes a post; `valid_from` is an ISO date."""

    account_id: int
    unit_id: int
    role: str
    valid_from: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PostEnded(Event):
    """An official leaves a post; `valid_to` is the first ISO date without it."""

    account_id: int
    unit_id: int
    role: str
    valid_to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PostDelegated(Event):
    """A colleague stands in for the subject over [valid_from, valid_to), ISO dates."""

    stand_in: str
    unit_id: int
    role: str
    valid_from: str
    valid_to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegationEnded(Event):
    """The stand-in holds the post no more from `valid_to`, an ISO date."""

    stand_in: str
    unit_id: int
    role: str
    valid_to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RepresentationEvent(Event):
    """Something happened to a representation; the ids are those of the two accounts."""

    representation: str
    principal_id: int
    representative_id: int


class RepresentationGranted(RepresentationEvent):
    """Somebody may act for the subject once they accept."""


class RepresentationAccepted(RepresentationEvent):
    """They accepted."""


class RepresentationRevoked(RepresentationEvent):
    """One of the two, or a counter for them, ended it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BusinessRegistered(Event):
    """A counter took down a business and its legal representative."""

    account_id: int
