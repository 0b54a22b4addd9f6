# SPDX-License-Identifier: Apache-2.0
"""Name a stand-in for an absent official, for some days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.people.acts.hold_post import PeriodBackwards
from motcua.domains.people.authority import must_manage
from motcua.domains.people.events import PostDelegated
from motcua.domains.people.models import Account, AccountKind, Delegation, Holding
from motcua.kit import audit, events
from motcua.kit.access import Actor, Role
from motcua.kit.clock import VN
from motcua.kit.faults import Fault, NotFound
from motcua.kit.idempotency import spend
from motcua.rules.words import TextError, clean

DELEGABLE = frozenset({Role.COUNTER, Role.SPECIALIST, Role.LEADER, Role.CLERK})
LONGEST = timedelta(days=92)
LONGEST_REASON = 300


class NotDelegable(Fault):
    """The post is not held by the absent one, or is of a kind that nobody may hand on."""

    sentence = gettext_lazy("This post cannot be handed to a stand-in.")


class NotAColleague(Fault):
    """The stand-in works elsewhere, or is the absent one."""

    sentence = gettext_lazy("Choose a colleague who works in the same unit on these days.")


class DelegationOverlaps(Fault):
    """Somebody stands in already."""

    status = 409
    sentence = gettext_lazy("Somebody already stands in for this post on some of these days.")


class DaysWrong(Fault):
    """The days lie in the past or are too many."""

    sentence = gettext_lazy("Choose days from today on, at most 92 of them.")


class AbsenceReason(Fault):
    """The reason is missing, too long or cannot be printed."""

    sentence = gettext_lazy("Write in a few words why a stand-in is needed.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """Who is away from a post, over [valid_from, valid_to), and who stands in."""

    absent_id: int
    stand_in_id: int
    unit_id: int
    role: Role
    valid_from: date
    valid_to: date
    reason: str


@transaction.atomic
def delegate(*, actor: Actor, at: datetime, key: UUID, absence: Absence) -> int:
    """Return the id of the delegation; on its days the stand-in holds the post too.

    The absent one names the stand-in, or the unit's administrator does.
    Raises NotPermitted, NotFound, NotDelegable, NotAColleague, DelegationOverlaps, DaysWrong,
    PeriodBackwards, AbsenceReason. Emits: PostDelegated.
    """
    if actor.account_id != absence.absent_id:
        must_manage(actor, [absence.unit_id])
    accounts = _locked(absence)
    subject = accounts[absence.absent_id].code
    if not spend(key=key, act="delegate", actor=actor, subject=subject, at=at):
        return _done(absence)
    reason = _reason(absence.reason)
    _check(absence, at.astimezone(VN).date())
    row = Delegation.objects.create(
        absent_id=absence.absent_id, stand_in_id=absence.stand_in_id, unit_id=absence.unit_id,
        role=absence.role, valid_from=absence.valid_from, valid_to=absence.valid_to,
        reason=reason, named_by=actor.code, at=at,
    )  # fmt: skip
    _tell(absence, row, actor, subject, accounts[absence.stand_in_id].code)
    return row.pk


def _locked(absence: Absence) -> dict[int, Account]:
    """Lock both accounts, so that two delegations of one post are checked one after the other."""
    able = Account.objects.filter(kind=AccountKind.OFFICIAL, is_active=True)
    both = able.filter(pk__in=[absence.absent_id, absence.stand_in_id]).order_by("pk")
    found = {row.pk: row for row in both.select_for_update(no_key=True)}
    if not {absence.absent_id, absence.stand_in_id} <= found.keys():
        raise NotFound
    return found


def _done(absence: Absence) -> int:
    rows = Delegation.objects.filter(
        absent_id=absence.absent_id, unit_id=absence.unit_id, role=absence.role,
        valid_from=absence.valid_from,
    )  # fmt: skip
    return int(rows.values_list("pk", flat=True).latest("pk"))


def _reason(text: str) -> str:
    try:
        words = clean(text).strip()
    except TextError as error:
        raise AbsenceReason from error
    if not words or len(words) > LONGEST_REASON:
        raise AbsenceReason
    return words


def _check(absence: Absence, today: date) -> None:
    if absence.valid_to <= absence.valid_from:
        raise PeriodBackwards
    if absence.valid_from < today or absence.valid_to - absence.valid_from > LONGEST:
        raise DaysWrong
    held = Holding.objects.on(absence.valid_from).filter(unit_id=absence.unit_id)
    if absence.role not in DELEGABLE or not held.filter(
        account_id=absence.absent_id, role=absence.role
    ):
        raise NotDelegable
    same_person = absence.absent_id == absence.stand_in_id
    if same_person or not held.filter(account_id=absence.stand_in_id).exists():
        raise NotAColleague
    rows = Delegation.objects.filter(
        absent_id=absence.absent_id, unit_id=absence.unit_id, role=absence.role,
        valid_from__lt=absence.valid_to, valid_to__gt=absence.valid_from,
    )  # fmt: skip
    if rows.exists():
        raise DelegationOverlaps


def _tell(
    absence: Absence, row: Delegation, actor: Actor, absent_code: str, stand_in_code: str
) -> None:
    facts = {
        "delegation": row.pk, "stand_in": stand_in_code, "unit": absence.unit_id,
        "role": absence.role.value, "from": absence.valid_from.isoformat(),
        "to": absence.valid_to.isoformat(), "reason": row.reason,
    }  # fmt: skip
    chain = f"account:{absent_code}"
    audit.append(chain=chain, at=row.at, act="delegate", actor=actor, payload=facts)
    events.emit(
        PostDelegated(
            subject=absent_code, at=row.at, actor_code=actor.code, stand_in=stand_in_code,
            unit_id=absence.unit_id, role=absence.role.value,
            valid_from=absence.valid_from.isoformat(), valid_to=absence.valid_to.isoformat(),
        )
    )  # fmt: skip
