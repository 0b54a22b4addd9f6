# SPDX-License-Identifier: Apache-2.0
"""Let an official in by name and password."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy

from motcua.domains.people import failures, limits, names, passwords
from motcua.domains.people.actors import actor_for
from motcua.domains.people.acts.open_session import Opened, open_session
from motcua.domains.people.failures import Locked
from motcua.domains.people.models import Account, AccountKind, SignInAct, SignInRecord
from motcua.domains.people.origin import Origin
from motcua.domains.people.record import write_record
from motcua.kit.faults import Fault


class WrongCredentials(Fault):
    """Name or password is wrong; which of them, and whether the name exists, is not said."""

    sentence = gettext_lazy("The sign-in name or the password is not right.")


class TooManyAttempts(Fault):
    """Too many failures from one network address."""

    status = 429
    sentence = gettext_lazy(
        "Too many wrong attempts came from your network. Please try again in a few minutes."
    )


def sign_in(*, name: str, password: str, origin: Origin, at: datetime) -> Opened:
    """Return a fresh session. `name`: sign-in name, official e-mail or personal number.

    Failures are counted and kept although the act is refused.
    Raises WrongCredentials, Locked, TooManyAttempts. Emits: AccountLocked.
    """
    outcome = _outcome(name, password, origin, at)
    if isinstance(outcome, Fault):
        raise outcome
    return outcome


@transaction.atomic
def _outcome(name: str, password: str, origin: Origin, at: datetime) -> Opened | Fault:
    if _address_exhausted(origin, at):
        return TooManyAttempts()
    reading = names.read_name(name)
    if reading is None:
        passwords.spend_time(password)
        write_record(SignInAct.REFUSED, at=at, origin=origin)
        return WrongCredentials()
    account = _find(reading)
    if account is None:
        return _unknown(reading, password, origin, at)
    return _known(account, password, origin, at)


def _address_exhausted(origin: Origin, at: datetime) -> bool:
    limit = limits.at(at)
    refused = SignInRecord.objects.filter(
        act=SignInAct.REFUSED, ip=origin.ip, at__gt=at - limit.refusals_window
    )
    return origin.ip is not None and refused.count() >= limit.refusals_per_address


def _find(reading: names.Reading) -> Account | None:
    """Return the official meant: by e-mail first, then by name, then by personal number.

    The row stays locked, so that parallel guesses are counted one after the other.
    """
    meant = Q(sign_in_name=reading.name)
    if reading.email:
        meant |= Q(email=reading.email)
    if reading.personal_id:
        meant |= Q(personal_id=reading.personal_id)
    officials = Account.objects.filter(meant, kind=AccountKind.OFFICIAL)
    found = officials.select_for_update(no_key=True).order_by("pk")

    def rank(account: Account) -> int:
        if reading.email and account.email == reading.email:
            return 0
        return 1 if account.sign_in_name == reading.name else 2

    return min(found, key=rank, default=None)


def _known(account: Account, password: str, origin: Origin, at: datetime) -> Opened | Fault:
    if account.locked_until and account.locked_until > at:
        write_record(SignInAct.LOCKED, at=at, origin=origin, account_id=account.pk)
        return Locked(until=account.locked_until)
    if not passwords.matches(password, account.password) or not account.is_active:
        until = failures.count_failure(account, origin=origin, at=at)
        return Locked(until=until) if until else WrongCredentials()
    if account.failed_attempts or account.locked_until:
        Account.objects.filter(pk=account.pk).update(failed_attempts=0, locked_until=None)
    opened = open_session(actor=actor_for(account, at), at=at, device=origin.device)
    write_record(
        SignInAct.SIGNED_IN, at=at, origin=origin, account_id=account.pk,
        session_id=opened.session_id,
    )  # fmt: skip
    return replace(opened, must_choose=account.password_set_at is None)


def _unknown(reading: names.Reading, password: str, origin: Origin, at: datetime) -> Fault:
    """Refuse exactly as a known name would be, in words, status and work done."""
    counter = failures.unknown_name(reading, at=at)
    if counter.locked_until and counter.locked_until > at:
        write_record(SignInAct.LOCKED, at=at, origin=origin)
        return Locked(until=counter.locked_until)
    passwords.spend_time(password)
    until = failures.count_unknown(counter, origin=origin, at=at)
    return Locked(until=until) if until else WrongCredentials()
