# SPDX-License-Identifier: Apache-2.0
"""Representations that hold now, and how long they may be given for."""

from __future__ import annotations

import functools
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy

from motcua.domains.people.models import Account, AccountKind, Representation
from motcua.kit import datafiles
from motcua.kit.access import Actor, ActorKind, Mandate, NotPermitted
from motcua.kit.clock import VN
from motcua.kit.faults import Fault

GRANTING_LEVEL = 2


class MandateTooLong(Fault):
    """The end lies in the past or further away than allowed."""

    sentence = gettext_lazy("Choose a last day from today on, at most %(days)s days away.")


class ConsentTooWeak(Fault):
    """An e-ID of level 1 proves too little. Source: Decree 69/2024/ND-CP."""

    status = 403
    sentence = gettext_lazy(
        "To let somebody act for you, sign in with an e-ID of level 2, or come to a counter."
    )


def in_force(at: datetime) -> QuerySet[Representation]:
    """Return what is accepted, not revoked and not over."""
    ends = Q(valid_until=None) | Q(valid_until__gt=at)
    return Representation.objects.filter(
        ends, accepted_at__isnull=False, revoked_at=None, valid_from__lte=at,
        principal__is_active=True,
    )  # fmt: skip


def mandate_of(row: Representation) -> Mandate:
    """Return what a representation entitles to."""
    return Mandate(
        principal_code=row.principal.code,
        principal_name=row.principal.full_name,
        representative_id=row.representative_id,
        procedure_code=row.procedure_code,
        dossier_code=row.dossier_code,
    )


def is_legal(actor: Actor, at: datetime) -> bool:
    """Say whether the actor acts for a business as its legal representative."""
    return (
        actor.mandate is not None
        and in_force(at)
        .filter(principal_id=actor.account_id, representative_id=actor.person_id, legal=True)
        .exists()
    )


def granting(actor: Actor, at: datetime) -> Account:
    """Return the account in whose name the actor may let somebody else act.

    A person for themselves, with an e-ID of level 2; the legal representative for a business.
    Raises NotPermitted, ConsentTooWeak.
    """
    if actor.kind is not ActorKind.CITIZEN or actor.account_id is None:
        raise NotPermitted
    if actor.mandate is not None and not is_legal(actor, at):
        raise NotPermitted
    person = Account.objects.get(pk=actor.person_id, kind=AccountKind.CITIZEN)
    if person.identity_level < GRANTING_LEVEL:
        raise ConsentTooWeak
    return Account.objects.get(pk=actor.account_id)


def end_of(until_on: date, at: datetime) -> datetime:
    """Return the moment after the last day. Raises MandateTooLong."""
    today = at.astimezone(VN).date()
    longest = _limit(at, "longest_days")
    if not today <= until_on <= today + timedelta(days=longest):
        raise MandateTooLong(days=longest)
    following = until_on + timedelta(days=1)
    return datetime(following.year, following.month, following.day, tzinfo=VN)


def proposed_until(at: datetime) -> date:
    """Return the last day that a form proposes."""
    return at.astimezone(VN).date() + timedelta(days=_limit(at, "proposed_days"))


def _limit(at: datetime, name: str) -> int:
    day = at.astimezone(VN).date()
    entries = [entry for entry in _all() if entry["valid_from"] <= day] or _all()[:1]
    return int(entries[-1][name])


@functools.cache
def _all() -> list[dict[str, object]]:
    return sorted(datafiles.read_yaml("law/representation.yaml"), key=lambda one: one["valid_from"])


def chain_of(code: UUID) -> str:
    """Return the audit chain of a representation."""
    return f"representation:{code}"
