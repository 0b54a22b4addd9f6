# SPDX-License-Identifier: Apache-2.0
"""Calls for help from any screen, their answers, and the answers known beforehand."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models


class TicketState(models.TextChoices):
    """Where a call for help stands."""

    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"


class Ticket(models.Model):
    """A call for help: the screen by its route name, the request's number, the person's words."""

    code = models.CharField(max_length=30, unique=True)
    state = models.CharField(max_length=8, choices=TicketState, default=TicketState.OPEN)
    screen = models.CharField(max_length=60, blank=True)
    correlation = models.CharField(max_length=16, blank=True)
    unit = models.ForeignKey("units.Agency", on_delete=models.PROTECT, null=True, related_name="+")
    account = models.ForeignKey(
        "people.Account", on_delete=models.PROTECT, null=True, related_name="+"
    )
    words = models.TextField()
    source = models.CharField(max_length=10)
    filed_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["state", "id"], name="ticket_state"),
            models.Index(fields=["account", "-id"], name="ticket_account"),
        ]


class TicketAnswer(models.Model):
    """What was said on a ticket, by the support or again by the one who asked."""

    ticket = models.ForeignKey(Ticket, on_delete=models.CASCADE, related_name="answers")
    at = models.DateTimeField()
    by_asker = models.BooleanField()
    text = models.TextField()


class KnownAnswer(models.Model):
    """An answer offered before anybody files a ticket; `search` is question and words, folded."""

    slug = models.SlugField(max_length=60, primary_key=True)
    position = models.PositiveSmallIntegerField()
    question_vi = models.CharField(max_length=200)
    question_en = models.CharField(max_length=200)
    answer_vi = models.TextField()
    answer_en = models.TextField()
    screens = ArrayField(models.CharField(max_length=60))
    search = models.TextField()
    helped = models.PositiveIntegerField(default=0)
    unhelped = models.PositiveIntegerField(default=0)
