# SPDX-License-Identifier: Apache-2.0
"""Rows that hold for a time: the half-open period [valid_from, valid_to), never two at once."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models


class DateRange(models.Func):
    """`daterange(valid_from, valid_to)`; an open end is infinity."""

    function = "DATERANGE"
    output_field = DateRangeField()


class PeriodQuerySet(models.QuerySet[Any]):
    """Rows with a period."""

    def on(self, day: date) -> Self:
        """Return the rows that hold on this date."""
        ends = models.Q(valid_to__isnull=True) | models.Q(valid_to__gt=day)
        return self.filter(ends, valid_from__lte=day)


class Period(models.Model):
    """The base of tables with periods; `valid_to` is the first day on which the row is no more."""

    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        abstract = True


def one_at_a_time(*fields: str, name: str) -> ExclusionConstraint:
    """Return the constraint that no two rows equal in `fields` hold on the same day.

    Needs the extension btree_gist, which the first migration of `units` installs.
    """
    equal = [(field, RangeOperators.EQUAL) for field in fields]
    period = (DateRange("valid_from", "valid_to"), RangeOperators.OVERLAPS)
    return ExclusionConstraint(name=name, expressions=[*equal, period])
