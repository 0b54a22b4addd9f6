# SPDX-License-Identifier: Apache-2.0
"""The record of sign-ins that the law asks for, and failures under names that do not exist."""

from __future__ import annotations

from django.db import models


class SignInAct(models.TextChoices):
    """What happened at the door."""

    SIGNED_IN = "signed_in"
    REFUSED = "refused"
    LOCKED = "locked"
    SIGNED_OUT = "signed_out"
    REVOKED = "revoked"


class SignInRecord(models.Model):
    """One line: who came or left, from which address, when. Kept at least 12 months.

    Source: Decree 333/2026 (account, IP address, port, log-in and log-out times).
    """

    at = models.DateTimeField()
    act = models.CharField(max_length=10, choices=SignInAct)
    account = models.ForeignKey(
        "people.Account", on_delete=models.PROTECT, null=True, related_name="+"
    )
    session_id = models.BigIntegerField(null=True)
    ip = models.GenericIPAddressField(null=True)
    port = models.PositiveIntegerField(null=True)
    device = models.CharField(max_length=80, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["ip", "at"],
                name="sign_in_refused_at",
                condition=models.Q(act=SignInAct.REFUSED),
            ),
            models.Index(fields=["account", "at"], name="sign_in_of_account"),
        ]


class UnknownName(models.Model):
    """Failures under a name no account has: it is locked like a real one and so tells nothing.

    The name itself is not kept, only a keyed hash of it: people type passwords there.
    """

    name_hash = models.CharField(max_length=64, unique=True)
    failed_attempts = models.PositiveSmallIntegerField(default=0)
    locked_until = models.DateTimeField(null=True)
    last_failed_at = models.DateTimeField()
