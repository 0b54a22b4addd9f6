# SPDX-License-Identifier: Apache-2.0
"""Days that differ from the plain week, and the hours in which an office works."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models.functions import Coalesce

from motcua.kit.periods import DateRange, Period


class DayKind(models.TextChoices):
    """Why a day differs from the plain week; `plain` takes back what was said of it before."""

    HOLIDAY = "holiday"
    OBSERVED = "observed"
    SWAP_OFF = "swap_off"
    SWAP_WORK = "swap_work"
    PLAIN = "plain"


class CalendarDay(models.Model):
    """A day off on a weekday or a worked day off; without an agency it holds for all."""

    date = models.DateField()
    kind = models.CharField(max_length=10, choices=DayKind)
    agency = models.ForeignKey("units.Agency", on_delete=models.PROTECT, null=True)
    name_vi = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120)
    decision_no = models.CharField(max_length=120, blank=True)
    to_verify = models.BooleanField(default=False)
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["date", "agency"], name="calendar_day_once", nulls_distinct=False
            )
        ]


class OfficeHours(Period):
    """Spans of work in a day, as [["07:00", "11:30"], ...]; without an agency the default."""

    agency = models.ForeignKey("units.Agency", on_delete=models.PROTECT, null=True)
    spans = models.JSONField()

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="office_hours_one_at_a_time",
                expressions=[
                    (Coalesce("agency", 0), RangeOperators.EQUAL),
                    (DateRange("valid_from", "valid_to"), RangeOperators.OVERLAPS),
                ],
            )
        ]
