# SPDX-License-Identifier: Apache-2.0
"""Whether somebody else has confirmed an application before it is submitted."""

from __future__ import annotations

from django.db import models


class SigningState(models.TextChoices):
    """What the invited person has said."""

    INVITED = "invited"
    CONFIRMED = "confirmed"
    DECLINED = "declined"


class SigningWay(models.TextChoices):
    """How somebody signed: by e-ID, or on paper before an officer."""

    EID = "eid"
    PAPER = "paper"


class CoSignature(models.Model):
    """One invited signer of one draft; `content_sha256` says what exactly was confirmed.

    `code` is what the invitation carries; it opens nothing without the right personal number.
    """

    code = models.CharField(max_length=8, unique=True)
    draft = models.ForeignKey("dossiers.Draft", on_delete=models.CASCADE, related_name="signatures")
    dossier = models.ForeignKey(
        "dossiers.Dossier", on_delete=models.PROTECT, null=True, related_name="signatures"
    )
    signer = models.CharField(max_length=40)
    personal_id = models.CharField(max_length=12)
    full_name = models.CharField(max_length=200)
    state = models.CharField(max_length=9, choices=SigningState, default=SigningState.INVITED)
    way = models.CharField(max_length=5, choices=SigningWay, blank=True)
    reason = models.CharField(max_length=2000, blank=True)
    content_sha256 = models.CharField(max_length=64, blank=True)
    invited_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answered_by = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "signer"], name="one_signature_per_signer"),
            models.CheckConstraint(
                condition=~models.Q(state="confirmed") | ~models.Q(content_sha256=""),
                name="confirmed_content_is_known",
            ),
        ]
        indexes = [
            models.Index(
                fields=["personal_id"],
                name="signature_awaited",
                condition=models.Q(state=SigningState.INVITED),
            ),
            models.Index(
                fields=["personal_id", "-id"],
                name="signature_submitted",
                condition=models.Q(dossier__isnull=False),
            ),
        ]
