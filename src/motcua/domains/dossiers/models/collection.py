# SPDX-License-Identifier: Apache-2.0
"""How a result reached the applicant when they did not fetch it themselves."""

from __future__ import annotations

from django.db import models


class Collection(models.Model):
    """A result fetched by somebody else, with the proof that they may."""

    dossier = models.OneToOneField(
        "dossiers.Dossier", on_delete=models.PROTECT, related_name="collection"
    )
    collector_name = models.CharField(max_length=200)
    collector_id_number = models.CharField(max_length=20)
    relation = models.CharField(max_length=200)
    statement = models.CharField(max_length=2000, blank=True)
    proof_paper = models.ForeignKey(
        "vault.Paper", on_delete=models.PROTECT, null=True, related_name="+"
    )
    at = models.DateTimeField()
    checked_by = models.CharField(max_length=80)
    checker_name = models.CharField(max_length=200)
    unit = models.ForeignKey("units.Agency", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(proof_paper__isnull=False) | ~models.Q(statement=""),
                name="collection_proved",
            )
        ]


class ParcelState(models.TextChoices):
    """Where a result sent by post is; `fetched` after it came back."""

    SENT = "sent"
    DELIVERED = "delivered"
    CAME_BACK = "came_back"
    FETCHED = "fetched"


class Parcel(models.Model):
    """A result given to the post; the number is the one on its slip."""

    dossier = models.ForeignKey(
        "dossiers.Dossier", on_delete=models.PROTECT, related_name="parcels"
    )
    unit = models.ForeignKey("units.Agency", on_delete=models.PROTECT, related_name="+")
    tracking_number = models.CharField(max_length=20, unique=True)
    state = models.CharField(max_length=10, choices=ParcelState, default=ParcelState.SENT)
    sent_at = models.DateTimeField()
    sent_by = models.CharField(max_length=80)
    sender_name = models.CharField(max_length=200)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.CharField(max_length=80, blank=True)
    note = models.CharField(max_length=2000, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"], condition=models.Q(state="sent"), name="parcel_under_way_once"
            ),
            models.CheckConstraint(
                condition=models.Q(state="sent", settled_at__isnull=True)
                | (~models.Q(state="sent") & models.Q(settled_at__isnull=False)),
                name="parcel_settled_with_time",
            ),
        ]
        indexes = [
            models.Index(
                fields=["unit", "sent_at"], name="parcel_not_delivered",
                condition=models.Q(state__in=["sent", "came_back"]),
            )
        ]  # fmt: skip
