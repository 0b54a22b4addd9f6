# SPDX-License-Identifier: Apache-2.0
"""Open an account for an official or for another system."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.people import names
from motcua.domains.people.authority import must_manage
from motcua.domains.people.codes import new_codes
from motcua.domains.people.models import Account, AccountKind
from motcua.domains.people.passwords import UNUSABLE, encode
from motcua.kit import audit
from motcua.kit.access import Actor
from motcua.kit.faults import Fault


class NameTaken(Fault):
    """Somebody signs in under that name, e-mail or personal number already."""

    status = 409
    sentence = gettext_lazy("An account with this sign-in name, e-mail or personal number exists.")


class NameUnusable(Fault):
    """No sign-in name can be made of it."""

    sentence = gettext_lazy("This sign-in name cannot be used.")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAccount:
    """Who gets an account; without a password nobody can sign in under it."""

    kind: AccountKind
    sign_in_name: str
    full_name: str
    email: str = ""
    phone: str = ""
    personal_id: str = ""
    password: str = ""


@transaction.atomic
def open_account(*, actor: Actor, wanted: NewAccount, at: datetime) -> int:
    """Return the id of the new account. Raises NotPermitted, NameTaken, NameUnusable."""
    must_manage(actor, ())
    reading = names.read_name(wanted.sign_in_name)
    if reading is None:
        raise NameUnusable
    email = wanted.email.lower()
    if _taken(wanted, reading.name, email):
        raise NameTaken
    account = Account.objects.create(
        kind=wanted.kind,
        code=new_codes(wanted.kind)[0],
        sign_in_name=reading.name,
        full_name=wanted.full_name,
        email=email,
        phone=wanted.phone,
        personal_id=wanted.personal_id,
        password=encode(wanted.password) if wanted.password else UNUSABLE,
        password_set_at=at if wanted.password else None,
        created_at=at,
    )
    audit.append(
        chain=f"account:{account.code}", at=at, act="open_account", actor=actor,
        payload={"kind": wanted.kind.value},
    )  # fmt: skip
    return account.pk


def _taken(wanted: NewAccount, name: str, email: str) -> bool:
    same_kind = Account.objects.filter(kind=wanted.kind)
    return (
        Account.objects.filter(sign_in_name=name).exists()
        or bool(email and same_kind.filter(email=email).exists())
        or bool(wanted.personal_id and same_kind.filter(personal_id=wanted.personal_id).exists())
    )
