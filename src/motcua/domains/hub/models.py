# SPDX-License-Identifier: Apache-2.0
"""Tables of the hub."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class Direction(models.TextChoices):
    """Who called."""

    OUT = "out"
    IN = "in"


class ExchangeState(models.TextChoices):
    """Where an exchange stands; dead ones wait for a person."""

    WAITING = "waiting"
    CALLING = "calling"
    DONE = "done"
    DEAD = "dead"
    REFUSED = "refused"


LIVE = (ExchangeState.WAITING, ExchangeState.CALLING)


class Exchange(models.Model):
    """One operation with a partner about one subject (a code, never a name)."""

    correlation_id = models.UUIDField(unique=True)
    partner = models.CharField(max_length=40)
    operation = models.CharField(max_length=40)
    subject = models.CharField(max_length=60)
    direction = models.CharField(max_length=3, choices=Direction)
    state = models.CharField(max_length=8, choices=ExchangeState)
    attempts = models.PositiveSmallIntegerField(default=0)
    began_at = models.DateTimeField()
    next_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["partner", "operation", "subject"],
                condition=Q(state__in=[*LIVE]),
                name="exchange_one_live",
            )
        ]
        indexes = [
            models.Index(
                fields=["next_at"],
                name="exchange_due",
                condition=Q(state__in=[*LIVE]),
            ),
            models.Index(fields=["state", "-began_at"], name="exchange_by_state"),
        ]


class ExchangeTry(models.Model):
    """One attempt of an exchange: when, how long, how it ended."""

    exchange = models.ForeignKey(Exchange, on_delete=models.CASCADE, related_name="tries")
    number = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    took_ms = models.PositiveIntegerField()
    outcome = models.CharField(max_length=40)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["exchange", "number"], name="a_try_is_counted_once")
        ]


class Breaker(models.Model):
    """How a partner has been doing; while `open_until` lies ahead nobody calls it."""

    partner = models.CharField(max_length=40, primary_key=True)
    failures = models.PositiveIntegerField(default=0)
    open_until = models.DateTimeField(null=True)
