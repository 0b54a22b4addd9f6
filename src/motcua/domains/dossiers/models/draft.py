# SPDX-License-Identifier: Apache-2.0
"""A form that somebody is still filling in."""

from __future__ import annotations

from django.db import models


class Draft(models.Model):
    """Answers kept field by field; without an account only its secret (a cookie) opens it."""

    secret_hash = models.CharField(max_length=64, unique=True)
    account = models.ForeignKey(
        "people.Account", on_delete=models.CASCADE, null=True, related_name="+"
    )
    version = models.ForeignKey(
        "procedures.ProcedureVersion", on_delete=models.PROTECT, related_name="+"
    )
    competent_unit = models.ForeignKey(
        "units.Agency", on_delete=models.PROTECT, null=True, related_name="+"
    )
    answers = models.JSONField(default=dict)
    started_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    dossier_code = models.CharField(max_length=50, blank=True)

    class Meta:
        indexes = [models.Index(fields=["account", "-saved_at"], name="draft_account")]
