# SPDX-License-Identifier: Apache-2.0
"""A question to another unit, asked in parallel while the dossier stays where it is."""

from __future__ import annotations

from django.db import models


class Consultation(models.Model):
    """Open until answered; once past its due date the dossier may go on without it.

    `within` is the limit that was given, as text; empty for questions older than the column, whose
    due date cannot be derived anew.
    """

    dossier = models.ForeignKey(
        "dossiers.Dossier", on_delete=models.PROTECT, related_name="consultations"
    )
    unit = models.ForeignKey("units.Agency", on_delete=models.PROTECT, related_name="+")
    question = models.CharField(max_length=2000)
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=80)
    within = models.CharField(max_length=10, blank=True, db_default="")
    due_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answered_by = models.CharField(max_length=80, blank=True)
    agrees = models.BooleanField(null=True)
    answer = models.CharField(max_length=2000, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "unit"],
                condition=models.Q(answered_at__isnull=True),
                name="one_open_consultation_per_unit",
            )
        ]
        indexes = [
            models.Index(
                fields=["unit", "due_at", "id"],
                name="consultation_open",
                condition=models.Q(answered_at__isnull=True),
            )
        ]
