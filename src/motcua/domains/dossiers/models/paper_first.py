# SPDX-License-Identifier: Apache-2.0
"""A result that was handed over on paper before the system caught up."""

from __future__ import annotations

from django.db import models


class PaperFirst(models.Model):
    """Recorded afterwards and judged at the true moment; stands on a list until reconciled."""

    dossier = models.OneToOneField("dossiers.Dossier", on_delete=models.PROTECT, related_name="+")
    handed_at = models.DateTimeField()
    handed_to = models.CharField(max_length=200)
    why = models.CharField(max_length=2000)
    scan = models.ForeignKey("vault.Paper", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=80)
    officer_name = models.CharField(max_length=200)
    reconciled_at = models.DateTimeField(null=True)
    reconciled_by = models.CharField(max_length=80, blank=True)
    note = models.CharField(max_length=2000, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(handed_at__lte=models.F("recorded_at")),
                name="paper_first_lies_in_the_past",
            )
        ]
        indexes = [
            models.Index(
                fields=["recorded_at", "id"], name="paper_first_open",
                condition=models.Q(reconciled_at__isnull=True),
            )
        ]  # fmt: skip
