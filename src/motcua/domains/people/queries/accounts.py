# SPDX-License-Identifier: Apache-2.0
"""Accounts as other domains and the screens read them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from motcua.domains.people import names
from motcua.domains.people.actors import actor_for
from motcua.domains.people.models import Account, AccountKind
from motcua.kit.access import Actor
from motcua.kit.faults import NotFound


@dataclass(frozen=True, slots=True)
class AccountCard:
    """An account without anything personal beyond its name and how to reach it."""

    id: int
    code: str
    kind: str
    full_name: str
    email: str
    is_active: bool
    locked_until: datetime | None
    source: str


@dataclass(frozen=True, slots=True)
class CitizenCard:
    """A citizen's own details, to fill forms with; `identity_level` is that of the e-ID, 0 to 2."""

    account_id: int
    code: str
    full_name: str
    personal_id: str
    identity_level: int
    birth_on: date | None
    sex: str
    address: str
    email: str
    phone: str
    source: str


def actor_of(account_id: int, at: datetime) -> Actor:
    """Return the actor with the posts valid on that day. Raises NotFound, also when closed."""
    row = Account.objects.filter(pk=account_id, is_active=True).first()
    if row is None:
        raise NotFound
    return actor_for(row, at)


def account(account_id: int) -> AccountCard:
    """Return an account. Raises NotFound."""
    return _card(Account.objects.filter(pk=account_id).first())


def account_by_code(code: str) -> AccountCard:
    """Return an account by its public code. Raises NotFound."""
    return _card(Account.objects.filter(code=code).first())


def client_by_name(name: str) -> AccountCard:
    """Return the account of another system by its sign-in name. Raises NotFound."""
    return _by_name(name, AccountKind.CLIENT)


def official_by_name(name: str) -> AccountCard:
    """Return the account of an official by the sign-in name. Raises NotFound."""
    return _by_name(name, AccountKind.OFFICIAL)


def _by_name(name: str, kind: AccountKind) -> AccountCard:
    reading = names.read_name(name)
    same_kind = Account.objects.filter(kind=kind)
    return _card(same_kind.filter(sign_in_name=reading.name).first() if reading else None)


def names_of(account_ids: Collection[int]) -> Mapping[int, str]:
    """Return the names behind account ids; unknown ids are left out."""
    rows = Account.objects.filter(pk__in=account_ids).values_list("pk", "full_name")
    return dict(rows)


def citizen(account_id: int) -> CitizenCard:
    """Return a citizen's own details. Raises NotFound for other kinds of account."""
    citizens = Account.objects.filter(kind=AccountKind.CITIZEN, pk=account_id)
    row = citizens.values_list(
        "pk", "code", "full_name", "personal_id", "identity_level", "birth_on", "sex", "address",
        "email", "phone", "source",
    ).first()  # fmt: skip
    if row is None:
        raise NotFound
    return CitizenCard(*row)


def _card(row: Account | None) -> AccountCard:
    if row is None:
        raise NotFound
    return AccountCard(
        id=row.pk, code=row.code, kind=row.kind, full_name=row.full_name, email=row.email,
        is_active=row.is_active, locked_until=row.locked_until, source=row.source,
    )  # fmt: skip
