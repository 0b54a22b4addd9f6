# SPDX-License-Identifier: Apache-2.0
"""A request to the citizen to complete the dossier."""

from __future__ import annotations

from django.db import models


class SupplementRequest(models.Model):
    """Asked once, all at once; each item points at a field or a component of the form.

    `late`: asked after the time the law gives for it. A second one names who approved it.
    """

    dossier = models.ForeignKey(
        "dossiers.Dossier", on_delete=models.PROTECT, related_name="supplements"
    )
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=80)
    officer_name = models.CharField(max_length=200)
    until_on = models.DateField()
    guide = models.CharField(max_length=2000, blank=True)
    items = models.JSONField()  # [{"target": "field:<path>" | "paper:<code>", "missing", "reason"}]
    completed_at = models.DateTimeField(null=True)
    late = models.BooleanField(db_default=False)
    reminded_at = models.DateTimeField(null=True)
    approved_by = models.CharField(max_length=80, blank=True, db_default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"],
                condition=models.Q(completed_at__isnull=True),
                name="one_open_supplement",
            )
        ]
