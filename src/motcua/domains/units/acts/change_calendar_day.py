# SPDX-License-Identifier: Apache-2.0
"""Makes a day off, a day worked in exchange, or a plain day again, for all units or for one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.units.events import CalendarChanged
from motcua.domains.units.models import CalendarDay, DayKind, ReferenceState
from motcua.kit import audit, idempotency
from motcua.kit.access import Actor, NotPermitted, Post, Role
from motcua.kit.clock import VN
from motcua.kit.events import emit
from motcua.kit.faults import Fault
from motcua.kit.wording import written

NAME_LONGEST: Final = 120
NOTE_LONGEST: Final = 200


class PastDay(Fault):
    """Due dates already promised would have to be rewritten."""

    sentence = gettext_lazy("The calendar can only be changed for days that are still to come.")


class NoDecision(Fault):
    """A change for all units has no legal basis."""

    sentence = gettext_lazy("Give the number of the decision that changes this day.")


class PlainDay(Fault):
    """The new kind says what the plain week says already."""

    sentence = gettext_lazy(
        "A day worked in exchange is a Saturday or Sunday, a day off is a weekday."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The day as it shall be; `plain` stands against the file of days and the days of all."""

    date: date
    kind: DayKind
    agency_id: int | None = None
    name_vi: str = ""
    name_en: str = ""
    decision_no: str = ""
    note: str = ""


@transaction.atomic
def change_calendar_day(*, actor: Actor, at: datetime, key: UUID, day: Day) -> None:
    """Change one day; due dates of open dossiers and petitions follow through the event.

    Raises NotPermitted, PastDay, NoDecision, PlainDay, TextTooLong, TextUnclean.
    Emits CalendarChanged.
    """
    post = _permitted(actor, day)
    _check(day, at)
    day = _worded(day)
    subject = f"calendar:{day.agency_id or 'all'}"
    if not idempotency.spend(
        key=key, act="change_calendar_day", actor=actor, subject=subject, at=at
    ):
        return
    before = _replace(day)
    audit.append(
        chain=subject,
        at=at,
        act="change_calendar_day",
        actor=actor,
        post=post,
        payload={
            "date": day.date.isoformat(),
            "before": before,
            "after": day.kind.value,
            "decision_no": day.decision_no,
            "note": day.note,
        },
    )
    emit(
        CalendarChanged(
            subject=subject,
            at=at,
            actor_code=actor.code,
            first_on=day.date.isoformat(),
            agency_id=day.agency_id,
        )
    )


def _permitted(actor: Actor, day: Day) -> Post:
    posts = actor.posts_as(Role.CONFIGURATOR)
    if posts:
        return posts[0]
    own = day.agency_id and actor.post(Role.UNIT_ADMIN, day.agency_id)
    if not own:
        raise NotPermitted
    return own


def _check(day: Day, at: datetime) -> None:
    if day.date < at.astimezone(VN).date():
        raise PastDay
    if day.agency_id is None and not day.decision_no.strip():
        raise NoDecision
    weekend = day.date.isoweekday() > 5
    if weekend and day.kind in (DayKind.OBSERVED, DayKind.SWAP_OFF):
        raise PlainDay
    if not weekend and day.kind == DayKind.SWAP_WORK:
        raise PlainDay


def _worded(day: Day) -> Day:
    """Return the day with its texts as they are kept."""
    return replace(
        day,
        name_vi=written(day.name_vi, longest=NAME_LONGEST),
        name_en=written(day.name_en, longest=NAME_LONGEST),
        decision_no=written(day.decision_no, longest=NAME_LONGEST),
        note=written(day.note, longest=NOTE_LONGEST),
    )


def _replace(day: Day) -> str | None:
    """Put the day as it shall be and return its kind before."""
    rows = CalendarDay.objects.filter(date=day.date, agency_id=day.agency_id)
    before = rows.values_list("kind", flat=True).first()
    rows.delete()
    CalendarDay.objects.create(
        date=day.date,
        kind=day.kind,
        agency_id=day.agency_id,
        name_vi=day.name_vi,
        name_en=day.name_en,
        decision_no=day.decision_no,
        note=day.note,
    )
    ReferenceState.objects.renew()
    return before
