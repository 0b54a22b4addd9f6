# SPDX-License-Identifier: Apache-2.0
"""Delegations: who stands in for an absent official, in which post and on which days."""

from __future__ import annotations

from django.db import models

from motcua.kit.access import Role
from motcua.kit.periods import Period, one_at_a_time


class Delegation(Period):
    """One post handed to a stand-in for some days; `valid_to` is the first day without it.

    It gives nothing that the absent one no longer holds, and cannot be handed on.
    """

    absent = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    stand_in = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey("units.Agency", on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role])
    reason = models.CharField(max_length=300)
    named_by = models.CharField(max_length=80)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            one_at_a_time("absent", "unit", "role", name="delegation_one_at_a_time"),
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=False)
                & models.Q(valid_to__gte=models.F("valid_from")),
                name="delegation_ends",
            ),
            models.CheckConstraint(
                condition=~models.Q(absent=models.F("stand_in")), name="delegation_to_another"
            ),
        ]
        indexes = [models.Index(fields=["stand_in", "valid_to"], name="delegation_stand_in")]
