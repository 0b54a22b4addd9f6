# SPDX-License-Identifier: Apache-2.0
"""One application for several procedures: the linkage and its parts."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from motcua.domains.dossiers.models.dossier import Channel, Source


class Linkage(models.Model):
    """What was handed in once; it has no state of its own, its parts have.

    `in_parts` says that the applicant wants each result as soon as it is there.
    """

    code = models.CharField(max_length=50, unique=True)
    version = models.ForeignKey(
        "procedures.ProcedureVersion", on_delete=models.PROTECT, related_name="+"
    )
    channel = models.SmallIntegerField(choices=Channel)
    source = models.CharField(max_length=10, choices=Source)
    account = models.ForeignKey(
        "people.Account", on_delete=models.PROTECT, null=True, related_name="+"
    )
    applicant_name = models.CharField(max_length=200)
    receiving_unit = models.ForeignKey("units.Agency", on_delete=models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField()
    in_parts = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.code


class LinkedPart(models.Model):
    """One member of the group: waiting with its answers and papers, then a dossier of its own."""

    linkage = models.ForeignKey(Linkage, on_delete=models.PROTECT, related_name="parts")
    place = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=40)
    version = models.ForeignKey(
        "procedures.ProcedureVersion", on_delete=models.PROTECT, related_name="+"
    )
    competent_unit = models.ForeignKey("units.Agency", on_delete=models.PROTECT, related_name="+")
    waits_for = ArrayField(models.CharField(max_length=40))
    results = models.JSONField(default=dict)  # {paper code: name of the part whose result it is}
    answers = models.JSONField(default=dict)  # kept only until the dossier is opened
    papers = models.JSONField(default=list)  # [[component code, paper id]]
    presented = ArrayField(models.CharField(max_length=60), default=list)
    dossier = models.OneToOneField(
        "dossiers.Dossier", on_delete=models.PROTECT, null=True, related_name="linked_part"
    )
    opened_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["linkage", "place"], name="linked_part_place"),
            models.UniqueConstraint(fields=["linkage", "name"], name="linked_part_name"),
        ]
        indexes = [
            models.Index(
                fields=["linkage"], name="linked_part_waits",
                condition=models.Q(dossier__isnull=True),
            )
        ]  # fmt: skip
