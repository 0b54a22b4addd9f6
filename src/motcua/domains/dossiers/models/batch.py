# SPDX-License-Identifier: Apache-2.0
"""One command for many dossiers: the run and its rows, each with what became of it."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Verb(models.TextChoices):
    """Which single act a run carries out on each row."""

    ADVANCE = "advance"
    ASSIGN = "assign"
    PRINT = "print"
    RETURN = "return"


MOVING = frozenset({Verb.ADVANCE, Verb.RETURN})
"""Verbs that move a dossier on, so that where it stood when they were asked for matters."""


class RowState(models.IntegerChoices):
    """What became of a row."""

    WAITING = 0
    DONE = 1
    FAILED = 2
    CANCELLED = 3


class BatchRun(models.Model):
    """What somebody asked for; it acts in that person's name, with the posts they hold then."""

    key = models.UUIDField(unique=True)
    verb = models.CharField(max_length=10, choices=Verb)
    choices = models.JSONField(default=dict)
    account = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)
    volumes = ArrayField(models.BigIntegerField(), default=list)  # papers: what was printed

    class Meta:
        indexes = [
            models.Index(fields=["account", "-id"], name="batch_run_account"),
            models.Index(
                fields=["id"], name="batch_run_open", condition=models.Q(finished_at__isnull=True)
            ),
        ]


class BatchRow(models.Model):
    """One dossier of a run; `said` is why it was refused, in the language of whoever started it.

    `seen` is where the dossier's log stood when the act was asked for; null where it matters not.
    """

    run = models.ForeignKey(BatchRun, on_delete=models.CASCADE, related_name="rows")
    place = models.PositiveIntegerField()
    dossier_code = models.CharField(max_length=50)
    seen = models.IntegerField(null=True)
    attempt = models.PositiveSmallIntegerField(default=1)
    state = models.SmallIntegerField(choices=RowState, default=RowState.WAITING)
    said = models.CharField(max_length=500, blank=True)
    paper = models.ForeignKey("vault.Paper", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["run", "place"], name="batch_row_place"),
            models.UniqueConstraint(fields=["run", "dossier_code"], name="batch_row_once"),
        ]
        indexes = [models.Index(fields=["run", "state", "place"], name="batch_row_state")]
