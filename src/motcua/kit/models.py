# SPDX-License-Identifier: Apache-2.0
"""Tables of the kit: audit chain, outbox, commands done, data-use ledger."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models


class AuditEntry(models.Model):
    """One link of a hash chain; the database refuses to change or delete it."""

    chain = models.CharField(max_length=80)
    seq = models.PositiveIntegerField()
    at = models.DateTimeField()
    act = models.CharField(max_length=40)
    actor_code = models.CharField(max_length=80)
    actor_name = models.CharField(max_length=200)
    post = models.CharField(max_length=80, blank=True)
    payload = models.JSONField()
    prev_hash = models.BinaryField(max_length=32)
    hash = models.BinaryField(max_length=32)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["chain", "seq"], name="audit_chain_seq")]


class AuditCheckpoint(models.Model):
    """A digest over all links up to one id, so that a cut tail of a chain is noticed."""

    at = models.DateTimeField()
    upto_id = models.BigIntegerField(unique=True)
    entries = models.BigIntegerField()
    digest = models.BinaryField(max_length=32)


class OutboxState(models.IntegerChoices):
    """How far an event has come."""

    NEW = 0
    DONE = 1
    DEAD = 2


class OutboxEvent(models.Model):
    """One event, written in the transaction of the act that caused it."""

    topic = models.CharField(max_length=60)
    subject = models.CharField(max_length=80)
    payload = models.JSONField()
    at = models.DateTimeField()
    state = models.SmallIntegerField(choices=OutboxState, default=OutboxState.NEW)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["id"], name="outbox_waiting", condition=models.Q(state=OutboxState.NEW)
            )
        ]


class Command(models.Model):
    """A command that took effect; its key makes a repetition harmless."""

    key = models.UUIDField(primary_key=True)
    act = models.CharField(max_length=40)
    actor_code = models.CharField(max_length=80)
    subject = models.CharField(max_length=80)
    at = models.DateTimeField()


class DataUse(models.Model):
    """One line of the data-use ledger: a page with personal data was shown to somebody."""

    at = models.DateTimeField()
    actor_code = models.CharField(max_length=80)
    post = models.CharField(max_length=80)
    purpose = models.CharField(max_length=80)
    page = models.CharField(max_length=80)
    subjects = ArrayField(models.CharField(max_length=80))

    class Meta:
        indexes = [GinIndex(fields=["subjects"], name="datause_subjects")]


class Attempt(models.Model):
    """How often something was tried in vain since its window began; the key is a hash."""

    key = models.CharField(max_length=80, primary_key=True)
    failures = models.PositiveIntegerField()
    until = models.DateTimeField()
