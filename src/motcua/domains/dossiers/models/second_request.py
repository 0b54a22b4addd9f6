# SPDX-License-Identifier: Apache-2.0
"""A second supplement that an officer wants to ask for, and what the leader decided."""

from __future__ import annotations

from django.db import models


class SecondRequest(models.Model):
    """Open until decided; an approved one becomes a SupplementRequest at that moment."""

    dossier = models.ForeignKey("dossiers.Dossier", on_delete=models.PROTECT, related_name="+")
    requested_at = models.DateTimeField()
    requested_by = models.CharField(max_length=80)
    officer_name = models.CharField(max_length=200)
    until_on = models.DateField()
    guide = models.CharField(max_length=2000, blank=True)
    items = models.JSONField()
    reason = models.CharField(max_length=2000)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.CharField(max_length=80, blank=True)
    approved = models.BooleanField(null=True)
    note = models.CharField(max_length=2000, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"],
                condition=models.Q(decided_at__isnull=True),
                name="one_open_second_request",
            ),
            models.CheckConstraint(
                condition=models.Q(decided_at__isnull=True, approved__isnull=True)
                | models.Q(decided_at__isnull=False, approved__isnull=False),
                name="second_request_decided",
            ),
        ]
