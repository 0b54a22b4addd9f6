# SPDX-License-Identifier: Apache-2.0
"""Posts: which role an account has in which unit, and from when to when."""

from __future__ import annotations

from django.db import models

from motcua.kit.access import Role
from motcua.kit.periods import Period, one_at_a_time


class Holding(Period):
    """A post held for a time; `valid_to` is the first day on which it is held no more."""

    account = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="holdings")
    unit = models.ForeignKey("units.Agency", on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role])
    position_vi = models.CharField(max_length=120, blank=True)
    position_en = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            one_at_a_time("account", "unit", "role", name="holding_one_at_a_time"),
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True)
                | models.Q(valid_to__gte=models.F("valid_from")),
                name="holding_period",
            ),
        ]
        indexes = [models.Index(fields=["unit", "role"], name="holding_unit_role")]
