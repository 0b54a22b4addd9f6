# SPDX-License-Identifier: Apache-2.0
"""What an applicant sees: own drafts and dossiers, or one dossier by its secret."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from motcua.domains.dossiers.case import holder_code
from motcua.domains.dossiers.keys import TRACKING, hash_of
from motcua.domains.dossiers.models import Dossier, Draft
from motcua.kit import seal
from motcua.kit.access import Actor, ActorKind
from motcua.kit.faults import NotFound


def secret_of(code: str) -> str:
    """Return the secret printed on the receipt of a dossier."""
    return seal.secret_of(TRACKING, code)


def holder(*, code: str, secret: str) -> Actor:
    """Return the actor who proved to hold the receipt. Raises NotFound for a wrong pair.

    A wrong code and a wrong secret look the same from outside, in time too.
    """
    fits = seal.fits(TRACKING, code, secret)
    if not (Dossier.objects.filter(code=code).exists() and fits):
        raise NotFound
    return Actor(code=holder_code(code), name="", kind=ActorKind.GUEST)


class OwnRow(NamedTuple):
    """One of my dossiers."""

    code: str
    version_id: int
    status: int
    submitted_at: datetime
    due_at: datetime | None
    source: str


def own_dossiers(account_id: int, *, limit: int = 100) -> list[OwnRow]:
    """Return the newest dossiers of an account."""
    rows = Dossier.objects.filter(account_id=account_id).order_by("-id")[:limit]
    return [OwnRow(*row) for row in rows.values_list(*OwnRow._fields)]


def codes_about(account_id: int | None, id_number: str, *, limit: int = 400) -> list[str]:
    """Return the codes of the newest dossiers of an account, or handed in under its number."""
    rows = Dossier.objects.filter(account_id=account_id) if account_id else Dossier.objects.none()
    codes = list(rows.order_by("-id").values_list("code", flat=True)[:limit])
    if id_number:
        under = Dossier.objects.filter(applicant_id_number=id_number).order_by("-id")
        codes += under.values_list("code", flat=True)[:limit]
    return list(dict.fromkeys(codes))


@dataclass(frozen=True, slots=True)
class DraftCard:
    """A draft as its pages show it."""

    id: int
    account_id: int | None
    version_id: int
    competent_unit_id: int | None
    answers: Mapping[str, Any]
    saved_at: datetime
    dossier_code: str


def draft_of_secret(secret: str, *, at: datetime) -> DraftCard:
    """Return the draft that a secret opens. Raises NotFound."""
    return _draft(secret_hash=hash_of(secret), expires_at__gt=at)


def draft_of_account(draft_id: int, account_id: int, *, at: datetime) -> DraftCard:
    """Return one of the account's own drafts. Raises NotFound."""
    return _draft(pk=draft_id, account_id=account_id, expires_at__gt=at)


def own_drafts(account_id: int, *, at: datetime) -> tuple[DraftCard, ...]:
    """Return the account's open drafts, newest first."""
    rows = Draft.objects.filter(account_id=account_id, dossier_code="", expires_at__gt=at)
    cards = rows.order_by("-saved_at").values_list(*DraftCard.__slots__)
    return tuple(DraftCard(*row) for row in cards)


def _draft(**where: Any) -> DraftCard:
    row = Draft.objects.filter(**where).values_list(*DraftCard.__slots__).first()
    if row is None:
        raise NotFound
    return DraftCard(*row)
