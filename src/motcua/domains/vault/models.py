# SPDX-License-Identifier: Apache-2.0
"""Tables of the vault."""

from __future__ import annotations

from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models

from motcua.domains.vault.kinds import PaperKind, PaperState, ReadingState, Scan


class StoredFile(models.Model):
    """Bytes that never change, named by their SHA-256.

    `pages` is unknown for office files. `remarks` are codes of what an officer should know of the
    content, see `content.REMARKS`.
    """

    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=100)
    stored_at = models.DateTimeField()
    pages = models.PositiveIntegerField(null=True)
    remarks = ArrayField(models.CharField(max_length=40), default=list, db_default=[])
    scan = models.CharField(
        max_length=12, choices=Scan, default=Scan.NOT_SCANNED, db_default=Scan.NOT_SCANNED
    )
    scanned_at = models.DateTimeField(null=True)
    threat = models.CharField(max_length=200, blank=True, db_default="")

    class Meta:
        indexes = [
            models.Index(
                fields=["id"],
                name="file_to_scan",
                condition=models.Q(scan__in=[Scan.WAITING, Scan.NOT_SCANNED]),
            )
        ]


class Paper(models.Model):
    """A paper of somebody: what it is, who issued it, how long it holds, where it came from.

    The columns are the union of the national schemas of digitised papers; a paper is offered
    again only when an official has approved it. Source: Circular 01/2023/TT-VPCP.
    """

    code = models.UUIDField(default=uuid4, unique=True)
    kind = models.CharField(max_length=12, choices=PaperKind)
    title = models.CharField(max_length=300)
    file_name = models.CharField(max_length=200)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="papers")
    owner_id_number = models.CharField(max_length=20, blank=True)
    origin_dossier = models.CharField(max_length=50, blank=True)
    signed = models.BooleanField(default=False)
    filed_at = models.DateTimeField()
    replaced_by = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")

    type_code = models.CharField(max_length=60, blank=True, db_default="")
    owner_kind = models.CharField(max_length=12, blank=True, db_default="")
    owner_name = models.CharField(max_length=200, blank=True, db_default="")
    origin_procedure = models.CharField(max_length=20, blank=True, db_default="")
    number_symbol = models.CharField(max_length=60, blank=True, db_default="")
    abstract = models.CharField(max_length=500, blank=True, db_default="")
    issuer = models.CharField(max_length=300, blank=True, db_default="")
    signer = models.CharField(max_length=200, blank=True, db_default="")
    issued_on = models.DateField(null=True)
    valid_from = models.DateField(null=True)
    valid_until = models.DateField(null=True)
    permanent = models.BooleanField(default=False, db_default=False)
    scope = models.CharField(max_length=200, blank=True, db_default="")
    digitised_by = models.CharField(max_length=40, blank=True, db_default="")
    digitised_at = models.DateTimeField(null=True)
    digitised_unit = models.ForeignKey(
        "units.Agency", on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    state = models.SmallIntegerField(
        choices=PaperState, default=PaperState.WAITING, db_default=PaperState.WAITING
    )
    revoked_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=500, blank=True, db_default="")
    source_system = models.CharField(max_length=40, default="motcua", db_default="motcua")

    class Meta:
        indexes = [
            models.Index(fields=["owner_id_number", "-id"], name="paper_owner"),
            models.Index(
                fields=["filed_at"], name="paper_unclaimed", condition=models.Q(origin_dossier="")
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(permanent=False) | models.Q(valid_until=None),
                name="paper_for_ever_has_no_end",
            ),
            models.CheckConstraint(
                condition=models.Q(valid_from=None)
                | models.Q(valid_until=None)
                | models.Q(valid_until__gte=models.F("valid_from")),
                name="paper_ends_after_it_begins",
            ),
        ]


class PaperUse(models.Model):
    """A paper of the vault laid into another dossier than the one it came with."""

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="uses")
    dossier_code = models.CharField(max_length=50)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier_code", "paper"], name="paper_use_once")
        ]


class Reading(models.Model):
    """What the machine read off a file, beside the untouched bytes: text and proposed fields.

    `fields` is a list of [name, value] as `rules.reading` found them; `note` a code of what went
    wrong or was left out.
    """

    file = models.OneToOneField(StoredFile, on_delete=models.CASCADE, related_name="reading")
    state = models.CharField(max_length=12, choices=ReadingState, default=ReadingState.WAITING)
    asked_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    engine = models.CharField(max_length=60, blank=True)
    pages_read = models.PositiveIntegerField(default=0)
    text = models.TextField(blank=True)
    fields = models.JSONField(default=list)
    note = models.CharField(max_length=60, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["asked_at"],
                name="reading_to_do",
                condition=models.Q(state__in=[ReadingState.WAITING, ReadingState.UNAVAILABLE]),
            )
        ]
