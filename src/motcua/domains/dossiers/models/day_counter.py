# SPDX-License-Identifier: Apache-2.0
"""The running number of a unit's dossiers on one day."""

from __future__ import annotations

from django.db import models


class DayCounter(models.Model):
    """Raised inside the submitting transaction, so that no number is lost or given twice."""

    agency_code = models.CharField(max_length=35)
    on = models.DateField()
    last = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency_code", "on"], name="counter_day")]
