# SPDX-License-Identifier: Apache-2.0
"""Who acts for whom, as the two of them and the counters see it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from motcua.domains.people import mandates
from motcua.domains.people.models import Account, AccountKind, Business, Representation
from motcua.kit.access import Actor, ActorKind
from motcua.kit.faults import NotFound


@dataclass(frozen=True, slots=True)
class RepresentationCard:
    """One representation; `state` is waiting, in_force, over or revoked."""

    code: UUID
    principal_code: str
    principal_name: str
    representative_code: str
    representative_name: str
    kind: str
    legal: bool
    procedure_code: str
    dossier_code: str
    consent: str
    granted_at: datetime
    accepted_at: datetime | None
    valid_until: datetime | None
    revoked_at: datetime | None
    state: str


@dataclass(frozen=True, slots=True)
class BusinessCard:
    """A business as its representatives see it."""

    account_id: int
    code: str
    name: str
    tax_code: str


_FIELDS = (
    "code", "principal__code", "principal__full_name", "representative__code",
    "representative__full_name", "kind", "legal", "procedure_code", "dossier_code", "consent",
    "granted_at", "accepted_at", "valid_until", "revoked_at",
)  # fmt: skip


def given_by(account_id: int, at: datetime, *, limit: int = 50) -> tuple[RepresentationCard, ...]:
    """Return who may or might act for this account, the newest first, those ended too."""
    return _cards(Representation.objects.filter(principal_id=account_id), at, limit)


def held_by(account_id: int, at: datetime, *, limit: int = 50) -> tuple[RepresentationCard, ...]:
    """Return for whom this account may or might act, the newest first."""
    return _cards(Representation.objects.filter(representative_id=account_id), at, limit)


def representation(code: UUID, at: datetime) -> RepresentationCard:
    """Return one; whether the reader may see it is the caller's question. Raises NotFound."""
    found = _cards(Representation.objects.filter(code=code), at, 1)
    if not found:
        raise NotFound
    return found[0]


def acting(actor: Actor, code: UUID, at: datetime) -> Actor:
    """Return the citizen acting under a representation that holds now. Raises NotFound."""
    if actor.kind is not ActorKind.CITIZEN or actor.mandate is not None:
        raise NotFound
    held = mandates.in_force(at).filter(code=code, representative_id=actor.account_id)
    row = held.select_related("principal").first()
    if row is None:
        raise NotFound
    return replace(actor, account_id=row.principal_id, mandate=mandates.mandate_of(row))


def may_grant(actor: Actor, at: datetime) -> bool:
    """Say whether the actor may let others act: a person for themselves, by law for a business."""
    return actor.mandate is None or mandates.is_legal(actor, at)


def proposed_until(at: datetime) -> date:
    """Return the last day a form proposes."""
    return mandates.proposed_until(at)


def business(account_id: int) -> BusinessCard:
    """Return the business behind an account. Raises NotFound."""
    row = Business.objects.select_related("account").filter(account_id=account_id).first()
    if row is None:
        raise NotFound
    return BusinessCard(row.account_id, row.account.code, row.account.full_name, row.tax_code)


def representatives_of(
    business_ids: Collection[int], at: datetime
) -> Mapping[int, tuple[int, ...]]:
    """Return by business account who is to hear of everything of it; persons are left out."""
    rows = mandates.in_force(at).filter(
        principal_id__in=business_ids, principal__kind=AccountKind.BUSINESS,
        procedure_code="", dossier_code="",
    )  # fmt: skip
    heard: dict[int, tuple[int, ...]] = {}
    for principal_id, account_id in rows.values_list("principal_id", "representative_id"):
        heard[principal_id] = (*heard.get(principal_id, ()), account_id)
    return heard


def account_of_person(personal_id: str) -> int | None:
    """Return the citizen account with this personal number."""
    rows = Account.objects.filter(kind=AccountKind.CITIZEN, personal_id=personal_id)
    return rows.values_list("pk", flat=True).first() if personal_id else None


def _cards(
    rows: QuerySet[Representation], at: datetime, limit: int
) -> tuple[RepresentationCard, ...]:
    ordered = rows.order_by("-id")[:limit].values_list(*_FIELDS)
    return tuple(RepresentationCard(*row, state=_state(row, at)) for row in ordered)


def _state(row: tuple[object, ...], at: datetime) -> str:
    accepted_at, valid_until, revoked_at = row[-3:]
    if revoked_at is not None:
        return "revoked"
    if valid_until is not None and valid_until <= at:
        return "over"
    return "in_force" if accepted_at is not None else "waiting"
