# SPDX-License-Identifier: Apache-2.0
"""Counting wrong passwords until a name is locked."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy

from motcua.domains.people import limits, names
from motcua.domains.people.events import AccountLocked
from motcua.domains.people.models import Account, SignInAct, UnknownName
from motcua.domains.people.origin import Origin
from motcua.domains.people.record import write_record
from motcua.kit import audit, events
from motcua.kit.access import GUEST
from motcua.kit.faults import Fault


class Locked(Fault):
    """Too many failures; the same answer comes for names that do not exist."""

    status = 403
    sentence = gettext_lazy(
        "Too many wrong attempts. Signing in under this name is locked for now."
    )

    def __init__(self, *, until: datetime) -> None:
        self.until = until
        super().__init__()


def count_failure(account: Account, *, origin: Origin, at: datetime) -> datetime | None:
    """Count one failure of a locked row; return until when the account is locked, if it is now.

    Emits: AccountLocked.
    """
    write_record(SignInAct.REFUSED, at=at, origin=origin, account_id=account.pk)
    failures, until = _counted(account.failed_attempts, at)
    Account.objects.filter(pk=account.pk).update(failed_attempts=failures, locked_until=until)
    if until is not None:
        audit.append(
            chain=f"account:{account.code}", at=at, act="lock", actor=GUEST,
            payload={"until": until.isoformat()},
        )  # fmt: skip
        events.emit(AccountLocked(subject=account.code, at=at, actor_code=GUEST.code, until=until))
    return until


def unknown_name(reading: names.Reading, *, at: datetime) -> UnknownName:
    """Return the counter of a name no account has, locked for this transaction."""
    counters = UnknownName.objects.select_for_update()
    counter, _ = counters.get_or_create(
        name_hash=reading.secret_hash, defaults={"last_failed_at": at}
    )
    return counter


def count_unknown(counter: UnknownName, *, origin: Origin, at: datetime) -> datetime | None:
    """Count one failure as `count_failure` does for an account."""
    write_record(SignInAct.REFUSED, at=at, origin=origin)
    counter.failed_attempts, counter.locked_until = _counted(counter.failed_attempts, at)
    counter.last_failed_at = at
    counter.save()
    return counter.locked_until


def _counted(failures: int, at: datetime) -> tuple[int, datetime | None]:
    """Return the new count and, when it was the last one allowed, until when to lock."""
    limit = limits.at(at)
    if failures + 1 < limit.failures_before_lock:
        return failures + 1, None
    return 0, at + limit.lock
