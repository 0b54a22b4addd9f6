# SPDX-License-Identifier: Apache-2.0
"""Who of a unit works on a dossier at its present step."""

from __future__ import annotations

from django.db import models


class Assignment(models.Model):
    """Holds while the dossier stands at this step before this unit and role; then it is history."""

    dossier = models.OneToOneField(
        "dossiers.Dossier", on_delete=models.PROTECT, related_name="assignment"
    )
    step = models.CharField(max_length=40)
    unit = models.ForeignKey("units.Agency", on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=20)
    account = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    by = models.CharField(max_length=80)

    class Meta:
        indexes = [models.Index(fields=["account", "step"], name="assignment_account")]
