# SPDX-License-Identifier: Apache-2.0
"""How a unit divides the time of a procedure among its steps, and who of it does which step."""

from __future__ import annotations

from django.db import models

from motcua.kit.periods import Period, one_at_a_time


class StepHours(Period):
    """A unit's own working minutes by step of a procedure; none means those of the version."""

    unit = models.ForeignKey("units.Agency", on_delete=models.PROTECT, related_name="+")
    procedure = models.ForeignKey(
        "procedures.Procedure", on_delete=models.PROTECT, related_name="+"
    )
    minutes = models.JSONField()

    class Meta:
        constraints = [one_at_a_time("unit", "procedure", name="step_hours_one_at_a_time")]


class StepOfficer(Period):
    """The officer of a unit to whom one step of a procedure falls, for a time."""

    unit = models.ForeignKey("units.Agency", on_delete=models.PROTECT, related_name="+")
    procedure = models.ForeignKey(
        "procedures.Procedure", on_delete=models.PROTECT, related_name="+"
    )
    step = models.CharField(max_length=40)
    account = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            one_at_a_time("unit", "procedure", "step", name="step_officer_one_at_a_time")
        ]
