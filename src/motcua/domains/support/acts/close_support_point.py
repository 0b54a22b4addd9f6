# SPDX-License-Identifier: Apache-2.0
"""Close a support point from a day on."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from motcua.domains.support import points
from motcua.domains.support.models import PointDuty, PointHours, SupportPoint
from motcua.kit.commands import By


@transaction.atomic
def close_support_point(*, by: By, point_id: int, valid_to: date) -> None:
    """Let it be no more from `valid_to` on, today at the earliest; later hours and duties go.

    Raises NotFound, NotPermitted, PastDate, PointClosed.
    """
    row = points.lock(point_id)
    post = points.must_run(by.actor, row.unit_id)
    if not points.fresh(by, "close_support_point", str(point_id)):
        return
    last = max(points.from_today(valid_to, by.at), row.valid_from)
    if row.valid_to is not None:
        raise points.PointClosed
    SupportPoint.objects.filter(pk=row.pk).update(valid_to=last)
    hours = PointHours.objects.filter(point=row)
    hours.filter(valid_from__gte=last).delete()
    hours.on(last).update(valid_to=last)
    PointDuty.objects.filter(point=row, on__gte=last).delete()
    points.log(by, "close_support_point", post, point_id, {"to": last.isoformat()})
