# SPDX-License-Identifier: Apache-2.0
"""Remind applicants, once for each request, that the time to complete a dossier is nearly over."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from django.db import transaction

from motcua.domains.dossiers.events import SupplementDueSoon
from motcua.domains.dossiers.models import SupplementRequest
from motcua.domains.units import queries as units
from motcua.kit.access import SYSTEM
from motcua.kit.clock import VN
from motcua.kit.events import emit
from motcua.rules.workflow import Status
from motcua.rules.worktime import WorkCalendar

DAYS_BEFORE: Final = 2
BATCH: Final = 200

LONGEST_REST: Final = timedelta(days=16)
"""More than two working days with the longest holidays around them can take."""


@transaction.atomic
def remind_supplements(*, at: datetime) -> int:
    """Remind of the next requests whose last day is two working days away or less.

    Not on the day of the request itself, and not after the last day. Returns how many were
    reminded, 0 when nobody is left. Harmless to repeat. Emits: SupplementDueSoon.
    """
    today = at.astimezone(VN).date()
    near = [row for row in _open(today) if _is_near(row, today)][:BATCH]
    for row in near:
        dossier = row.dossier
        emit(
            SupplementDueSoon(
                subject=dossier.code, at=at, actor_code=SYSTEM.code, status=dossier.status,
                competent_unit_id=dossier.competent_unit_id,
                receiving_unit_id=dossier.receiving_unit_id,
            )
        )  # fmt: skip
    SupplementRequest.objects.filter(pk__in=[row.pk for row in near]).update(reminded_at=at)
    return len(near)


def _open(today: date) -> list[SupplementRequest]:
    """Return the unanswered requests whose last day comes up, those of another worker left out."""
    rows = SupplementRequest.objects.select_for_update(of=("self",), skip_locked=True)
    return list(
        rows.select_related("dossier")
        .filter(
            completed_at=None, reminded_at=None, dossier__status=Status.SUPPLEMENT,
            until_on__gte=today, until_on__lte=today + LONGEST_REST,
        )
        .order_by("until_on", "id")
    )  # fmt: skip


def _is_near(row: SupplementRequest, today: date) -> bool:
    calendar = units.work_calendar(row.dossier.competent_unit_id)
    asked_on = row.asked_at.astimezone(VN).date()
    return asked_on < today and _working_days(today, row.until_on, calendar) <= DAYS_BEFORE


def _working_days(after: date, until: date, calendar: WorkCalendar) -> int:
    """Return how many working days there are after one day up to and with another."""
    days = (after + timedelta(days=number) for number in range(1, (until - after).days + 1))
    return sum(calendar.is_working(day) for day in days)
