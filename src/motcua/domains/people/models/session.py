# SPDX-License-Identifier: Apache-2.0
"""Sessions: one row a browser, revocable."""

from __future__ import annotations

from django.db import models


class Session(models.Model):
    """A browser that came back; only the SHA-256 of its key is kept, and no address."""

    key_hash = models.BinaryField(max_length=32, unique=True)
    account = models.ForeignKey(
        "people.Account", on_delete=models.CASCADE, null=True, related_name="+"
    )
    device = models.CharField(max_length=80, blank=True)
    payload = models.JSONField(default=dict)
    created_at = models.DateTimeField()
    last_seen_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["account", "-last_seen_at"],
                name="session_of_account",
                condition=models.Q(revoked_at__isnull=True),
            ),
            models.Index(fields=["expires_at"], name="session_expiry"),
        ]
