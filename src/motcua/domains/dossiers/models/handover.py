# SPDX-License-Identifier: Apache-2.0
"""Lists by which paper travels between two units, each row confirmed where it arrives."""

from __future__ import annotations

from django.db import models


class HandoverKind(models.TextChoices):
    """What travels: papers to those who decide, or results to the counter that returns them."""

    PAPERS = "papers"
    RESULTS = "results"


class HandoverOutcome(models.TextChoices):
    """What the receiving side said of a row; empty while it said nothing."""

    OPEN = ""
    CONFIRMED = "confirmed"
    REFUSED = "refused"


OPEN = models.Q(closed_at__isnull=True)


class Handover(models.Model):
    """One list; closed when every row of it is confirmed or refused."""

    code = models.CharField(max_length=50, unique=True)
    kind = models.CharField(max_length=8, choices=HandoverKind)
    from_unit = models.ForeignKey("units.Agency", on_delete=models.PROTECT, related_name="+")
    to_unit = models.ForeignKey("units.Agency", on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=80)
    giver_name = models.CharField(max_length=200)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(from_unit=models.F("to_unit")), name="handover_between_two"
            )
        ]
        indexes = [
            models.Index(fields=["from_unit", "-id"], name="handover_given"),
            models.Index(fields=["to_unit", "-id"], name="handover_taken"),
            models.Index(fields=["from_unit"], name="handover_given_open", condition=OPEN),
            models.Index(fields=["to_unit"], name="handover_taken_open", condition=OPEN),
        ]


class HandoverRow(models.Model):
    """The papers of one dossier on a list; a dossier's paper is under way once at a time."""

    handover = models.ForeignKey(Handover, on_delete=models.PROTECT, related_name="rows")
    dossier = models.ForeignKey(
        "dossiers.Dossier", on_delete=models.PROTECT, related_name="handover_rows"
    )
    outcome = models.CharField(max_length=10, choices=HandoverOutcome, blank=True, default="")
    settled_at = models.DateTimeField(null=True)
    settled_by = models.CharField(max_length=80, blank=True)
    settler_name = models.CharField(max_length=200, blank=True)
    reason = models.CharField(max_length=2000, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["handover", "dossier"], name="handover_row_once"),
            models.UniqueConstraint(
                fields=["dossier"],
                condition=models.Q(settled_at__isnull=True),
                name="papers_under_way_once",
            ),
            models.CheckConstraint(
                condition=models.Q(outcome="", settled_at__isnull=True)
                | models.Q(outcome="confirmed", settled_at__isnull=False)
                | (models.Q(outcome="refused", settled_at__isnull=False) & ~models.Q(reason="")),
                name="handover_row_settled_with_time_and_reason",
            ),
        ]
