# SPDX-License-Identifier: Apache-2.0
"""Change the opening hours of a support point from a day on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from motcua.domains.support import points
from motcua.domains.support.models import PointHours
from motcua.kit.commands import By


@transaction.atomic
def change_hours(*, by: By, point_id: int, days: Mapping[int, str], valid_from: date) -> None:
    """Let other hours hold from a day on, today at the earliest; hours before it stay as they were.

    Raises NotFound, NotPermitted, PastDate, PointClosed, HoursUnreadable, NoHours.
    """
    row = points.lock(point_id)
    post = points.must_run(by.actor, row.unit_id)
    kept = points.week(days)
    if not points.fresh(by, "change_hours", str(point_id)):
        return
    points.from_today(valid_from, by.at)
    if row.valid_to is not None and valid_from >= row.valid_to:
        raise points.PointClosed
    hours = PointHours.objects.filter(point=row)
    hours.filter(valid_from__gte=valid_from).delete()
    hours.on(valid_from).update(valid_to=valid_from)
    PointHours.objects.create(
        point=row, days=kept, valid_from=max(valid_from, row.valid_from), valid_to=row.valid_to
    )
    facts = {"from": valid_from.isoformat(), "days": kept}
    points.log(by, "change_hours", post, point_id, facts)
