# SPDX-License-Identifier: Apache-2.0
"""Tables of quality."""

from __future__ import annotations

from django.db import models


class DossierFact(models.Model):
    """What the index needs to know of one dossier; all of it re-derivable from the log."""

    dossier_code = models.CharField(max_length=50, primary_key=True)
    procedure_code = models.CharField(max_length=20)
    version_id = models.BigIntegerField()
    competent_unit_id = models.BigIntegerField()
    receiving_unit_id = models.BigIntegerField()
    channel = models.SmallIntegerField()
    source = models.CharField(max_length=10)
    status = models.SmallIntegerField()
    submitted_at = models.DateTimeField()
    received_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    returned_at = models.DateTimeField(null=True)
    supplement_requests = models.PositiveSmallIntegerField(default=0)
    supplement_minutes = models.PositiveIntegerField(default=0)
    has_obligation = models.BooleanField(default=False)
    paid_online = models.BooleanField(default=False)
    components_digitised = models.BooleanField(default=False)
    components_reused = models.BooleanField(default=False)
    e_result = models.BooleanField(default=False)
    result_digitised = models.BooleanField(default=False, db_default=False)
    identity_verified = models.BooleanField(default=False)
    stars = models.PositiveSmallIntegerField(null=True)
    legal_due_at = models.DateTimeField(null=True)
    officer_code = models.CharField(max_length=80, blank=True, db_default="")
    verdict = models.CharField(max_length=8, blank=True, db_default="")
    legal_verdict = models.CharField(max_length=8, blank=True, db_default="")
    last_event_id = models.BigIntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["competent_unit_id", "received_at"], name="fact_unit_received"),
            models.Index(
                fields=["procedure_code", "competent_unit_id", "-ended_at"], name="fact_how_long"
            ),
            models.Index(fields=["receiving_unit_id", "received_at"], name="fact_received_at"),
        ]


class DayCount(models.Model):
    """Counts of one unit on one day, folded from the outbox in batches."""

    unit_id = models.BigIntegerField()
    on = models.DateField()
    submitted = models.PositiveIntegerField(default=0)
    received = models.PositiveIntegerField(default=0)
    ended = models.PositiveIntegerField(default=0)
    ended_on_time = models.PositiveIntegerField(default=0)
    returned = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit_id", "on"], name="day_count")]


class PetitionFact(models.Model):
    """What the index needs to know of one petition; re-derivable from the log of petitions."""

    petition_code = models.CharField(max_length=30, primary_key=True)
    unit_id = models.BigIntegerField()
    dossier_code = models.CharField(max_length=50, blank=True)
    source = models.CharField(max_length=10)
    filed_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    resolve_due_at = models.DateTimeField()
    national_class = models.CharField(max_length=10)
    late = models.BooleanField()
    repeated = models.BooleanField()
    satisfied = models.BooleanField(null=True)
    last_event_id = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["unit_id", "filed_at"], name="petition_fact_unit")]
