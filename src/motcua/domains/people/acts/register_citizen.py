# SPDX-License-Identifier: Apache-2.0
"""Know a citizen from what the e-ID provider has verified."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from motcua.domains.people.claims import Claims
from motcua.domains.people.codes import new_codes
from motcua.domains.people.events import CitizenRegistered
from motcua.domains.people.models import Account, AccountKind
from motcua.domains.people.passwords import UNUSABLE
from motcua.kit import audit, events
from motcua.kit.access import SYSTEM

VERIFIED = ("full_name", "identity_level", "birth_on", "sex")
OFFERED = ("address", "email", "phone")


@transaction.atomic
def register_citizen(*, claims: Claims, at: datetime) -> Account:
    """Return the citizen's account, new or brought up to date, found by personal number.

    Verified facts replace ours; offered ones (address, e-mail, phone) only when they are stated.
    Emits: CitizenRegistered, the first time.
    """
    known = {"kind": AccountKind.CITIZEN, "personal_id": claims.personal_id}
    code = None if Account.objects.filter(**known).exists() else new_codes("citizen")[0]
    fresh = {name: getattr(claims, name) for name in (*VERIFIED, *OFFERED)}
    account, created = Account.objects.select_for_update(no_key=True).get_or_create(
        **known,
        defaults={
            **fresh, "code": code, "sign_in_name": code, "password": UNUSABLE, "created_at": at,
        },
    )  # fmt: skip
    if created:
        _tell(account, at)
    else:
        _renew(account, claims)
    return account


def _renew(account: Account, claims: Claims) -> None:
    stated = {name: getattr(claims, name) for name in VERIFIED}
    stated |= {name: value for name in OFFERED if (value := getattr(claims, name))}
    changed = {name: value for name, value in stated.items() if getattr(account, name) != value}
    for name, value in changed.items():
        setattr(account, name, value)
    if changed:
        account.save(update_fields=list(changed))


def _tell(account: Account, at: datetime) -> None:
    audit.append(
        chain=f"account:{account.code}", at=at, act="register_citizen", actor=SYSTEM, payload={}
    )
    events.emit(
        CitizenRegistered(
            subject=account.code, at=at, actor_code=SYSTEM.code, account_id=account.pk
        )
    )
