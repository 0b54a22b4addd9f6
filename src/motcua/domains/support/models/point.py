# SPDX-License-Identifier: Apache-2.0
"""Support points outside the centres: where they are, when they are open, who is on duty."""

from __future__ import annotations

from django.db import models

from motcua.kit.periods import Period, one_at_a_time


class SupportPoint(Period):
    """A place where people are helped with online services, for a time."""

    name = models.CharField(max_length=200)
    address = models.CharField(max_length=300)
    hamlet = models.CharField(max_length=120, blank=True)
    commune = models.ForeignKey("units.Commune", on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey("units.Agency", on_delete=models.PROTECT, related_name="+")
    phone = models.CharField(max_length=20)
    sort_key = models.CharField(max_length=400, db_collation="C")
    source = models.CharField(max_length=10)

    class Meta:
        indexes = [models.Index(fields=["unit"], name="support_point_unit")]


class PointHours(Period):
    """Opening hours by ISO weekday, as {"1": "07:30-11:30, 18:00-20:30"}, for a time."""

    point = models.ForeignKey(SupportPoint, on_delete=models.PROTECT, related_name="hours")
    days = models.JSONField()

    class Meta:
        constraints = [one_at_a_time("point", name="point_hours_one_at_a_time")]


class PointDuty(models.Model):
    """An official on duty at a point on a day; the public sees only that somebody is."""

    point = models.ForeignKey(SupportPoint, on_delete=models.PROTECT, related_name="duties")
    on = models.DateField()
    starts = models.TimeField()
    ends = models.TimeField()
    account = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["point", "on", "account", "starts"], name="point_duty_once"
            )
        ]
