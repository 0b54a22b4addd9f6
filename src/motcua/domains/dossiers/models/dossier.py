# SPDX-License-Identifier: Apache-2.0
"""The dossier: what was asked, by whom, where it stands and until when."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models.functions import Reverse

WAITING = models.Q(status__in=[5, 6])  # for the citizen: a supplement or money


class Channel(models.IntegerChoices):
    """How the dossier came; the codes of the national portal."""

    COUNTER = 1
    ONLINE = 2
    POST = 3


class Source(models.TextChoices):
    """Whether real people stand behind the row."""

    REAL = "real"
    SYNTHETIC = "synthetic"


class Dossier(models.Model):
    """One application, under the procedure version it was submitted with.

    Every step writes a new version of the row into all indexes, so each index has a list or a
    search to serve: references have none of their own.
    """

    code = models.CharField(max_length=50)
    procedure_code = models.CharField(max_length=20)
    version = models.ForeignKey(
        "procedures.ProcedureVersion", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    channel = models.SmallIntegerField(choices=Channel)
    source = models.CharField(max_length=10, choices=Source)

    account = models.ForeignKey(
        "people.Account", on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    applicant_kind = models.CharField(max_length=12)
    applicant_name = models.CharField(max_length=200)
    applicant_id_number = models.CharField(max_length=20, blank=True)
    applicant_phone = models.CharField(max_length=20, blank=True)
    applicant_email = models.CharField(max_length=120, blank=True)
    applicant_address = models.CharField(max_length=300, blank=True)
    search = models.CharField(max_length=300)
    answers = models.JSONField()
    components = models.JSONField(default=list)  # [{code, originals, copies}] handed over on paper

    support_unit = models.ForeignKey(
        "units.Agency", on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    receiving_unit = models.ForeignKey(
        "units.Agency", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    competent_unit = models.ForeignKey(
        "units.Agency", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    return_unit = models.ForeignKey(
        "units.Agency", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    external_number = models.CharField(max_length=60, blank=True)

    step = models.CharField(max_length=40)
    back_step = models.CharField(max_length=40, blank=True)
    status = models.SmallIntegerField()
    desk_unit = models.ForeignKey(
        "units.Agency", on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    desk_role = models.CharField(max_length=20, blank=True)
    step_since_at = models.DateTimeField()
    step_due_at = models.DateTimeField(null=True)

    submitted_at = models.DateTimeField()
    received_at = models.DateTimeField(null=True)
    legal_due_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    queue_due_at = models.DateTimeField()
    pauses = models.JSONField(default=list)
    extension = models.JSONField(null=True)
    ended_at = models.DateTimeField(null=True)
    returned_at = models.DateTimeField(null=True)

    result_paper = models.ForeignKey(
        "vault.Paper", on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    chain_seq = models.PositiveIntegerField()
    chain_hash = models.BinaryField(max_length=32)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code"], name="dossier_code"),
            models.CheckConstraint(
                condition=models.Q(status__gte=1, status__lte=10), name="dossier_status_known"
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=[1, 3, 5, 7, 8])
                | models.Q(received_at__isnull=False),
                name="dossier_worked_on_only_after_receipt",
            ),
        ]
        indexes = [
            models.Index(
                "desk_unit", "desk_role", "queue_due_at", "id",
                name="dossier_desk",
                condition=models.Q(desk_unit__isnull=False),
            ),
            models.Index(
                fields=["competent_unit", "-id"], name="dossier_waiting_competent",
                condition=WAITING,
            ),
            models.Index(
                fields=["receiving_unit", "-id"], name="dossier_waiting_receiving",
                condition=WAITING,
            ),
            models.Index(fields=["account", "-id"], name="dossier_account"),
            models.Index(fields=["applicant_id_number", "-id"], name="dossier_id_number"),
            models.Index(fields=["applicant_phone", "-id"], name="dossier_phone"),
            models.Index(
                OpClass(Reverse("code"), name="text_pattern_ops"), name="dossier_code_tail"
            ),
            GinIndex(
                models.Func(
                    "competent_unit", "receiving_unit", "return_unit",
                    template="(ARRAY[%(expressions)s])",
                ),
                models.Func(models.Value("simple"), "search", function="to_tsvector"),
                name="dossier_words",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.code
