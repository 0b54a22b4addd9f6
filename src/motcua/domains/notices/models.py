# SPDX-License-Identifier: Apache-2.0
"""Tables of notices."""

from __future__ import annotations

from django.db import models


class Notice(models.Model):
    """A line in somebody's in-app list; the words are made when it is shown."""

    account = models.ForeignKey("people.Account", on_delete=models.CASCADE, related_name="+")
    event_id = models.BigIntegerField()
    kind = models.CharField(max_length=40)
    dossier_code = models.CharField(max_length=50)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "event_id"], name="notice_once_per_event")
        ]
        indexes = [models.Index(fields=["account", "-id"], name="notice_account")]


class EmailState(models.TextChoices):
    """How far a letter has come."""

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"


class Email(models.Model):
    """An e-mail waiting to be sent, or sent."""

    event_id = models.BigIntegerField(unique=True)
    to = models.CharField(max_length=120)
    kind = models.CharField(max_length=40)
    dossier_code = models.CharField(max_length=50)
    language = models.CharField(max_length=2)
    state = models.CharField(max_length=8, choices=EmailState, default=EmailState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["id"], name="email_waiting", condition=models.Q(state=EmailState.WAITING)
            )
        ]
