# SPDX-License-Identifier: Apache-2.0
"""A paper laid into a draft or a dossier as one of its components."""

from __future__ import annotations

from django.db import models


class Attachment(models.Model):
    """Links a component of the procedure to a paper of the vault."""

    draft = models.ForeignKey(
        "dossiers.Draft", on_delete=models.CASCADE, null=True, related_name="attachments"
    )
    dossier = models.ForeignKey(
        "dossiers.Dossier", on_delete=models.PROTECT, null=True, related_name="attachments"
    )
    component_code = models.CharField(max_length=60)
    paper = models.ForeignKey("vault.Paper", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(draft__isnull=False) | models.Q(dossier__isnull=False),
                name="attachment_lies_somewhere",
            )
        ]
