# SPDX-License-Identifier: Apache-2.0
"""What officials were warned of: a due date that comes near, or has passed."""

from __future__ import annotations

from django.db import models


class AlertLevel(models.IntegerChoices):
    """Whom it concerns: those at the desk, their leader, the director."""

    DUE_SOON = 1
    OVERDUE = 2
    OVERDUE_A_DAY = 3


class Alert(models.Model):
    """Raised once per level and due date, before the holders of one role in one unit."""

    dossier = models.ForeignKey("dossiers.Dossier", on_delete=models.PROTECT, related_name="+")
    level = models.SmallIntegerField(choices=AlertLevel)
    due_at = models.DateTimeField()
    unit = models.ForeignKey(
        "units.Agency", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    role = models.CharField(max_length=20)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "level", "due_at"], name="alert_once")
        ]
        indexes = [models.Index(fields=["unit", "role", "-id"], name="alert_post")]
