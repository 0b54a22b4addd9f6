# SPDX-License-Identifier: Apache-2.0
"""Choose a new password."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.people import failures, keys, limits, passwords
from motcua.domains.people.failures import Locked
from motcua.domains.people.models import Account, AccountKind, Session
from motcua.domains.people.origin import Origin
from motcua.kit import audit
from motcua.kit.access import Actor, NotPermitted
from motcua.kit.faults import Fault


class WrongPassword(Fault):
    """The present password is not right."""

    sentence = gettext_lazy("Your present password is not right.")


class SamePassword(Fault):
    """The new password is the old one."""

    sentence = gettext_lazy("The new password must differ from the present one.")


def change_password(
    *, actor: Actor, current: str, new: str, session_key: str, origin: Origin, at: datetime
) -> None:
    """Set the actor's own password and end all their other sessions.

    A wrong present password counts as a failed sign-in.
    Raises NotPermitted, WrongPassword, Locked, SamePassword, WeakPassword.
    """
    fault = _change(actor, current, new, session_key, origin, at)
    if fault is not None:
        raise fault


@transaction.atomic
def _change(
    actor: Actor, current: str, new: str, session_key: str, origin: Origin, at: datetime
) -> Fault | None:
    officials = Account.objects.filter(kind=AccountKind.OFFICIAL)
    account = officials.select_for_update(no_key=True).filter(pk=actor.account_id).first()
    if account is None:
        raise NotPermitted
    if account.locked_until and account.locked_until > at:
        return Locked(until=account.locked_until)
    if not passwords.matches(current, account.password):
        until = failures.count_failure(account, origin=origin, at=at)
        return Locked(until=until) if until else WrongPassword()
    if new == current:
        raise SamePassword
    length = limits.at(at).password_length
    passwords.check_strength(new, length=length, sign_in_name=account.sign_in_name)
    _set(account, new, session_key, at)
    audit.append(
        chain=f"account:{account.code}", at=at, act="change_password", actor=actor, payload={}
    )
    return None


def _set(account: Account, new: str, session_key: str, at: datetime) -> None:
    Account.objects.filter(pk=account.pk).update(
        password=passwords.encode(new), password_set_at=at, failed_attempts=0
    )
    others = Session.objects.filter(account_id=account.pk, revoked_at__isnull=True)
    others.exclude(key_hash=keys.hash_of(session_key)).update(revoked_at=at, payload={})
