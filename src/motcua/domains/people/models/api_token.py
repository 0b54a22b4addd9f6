# SPDX-License-Identifier: Apache-2.0
"""Tokens with which other systems call the API."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models


class ApiToken(models.Model):
    """A secret of a client account, kept as SHA-256; what it may do are its scopes and posts."""

    account = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    label = models.CharField(max_length=80)
    secret_hash = models.BinaryField(max_length=32, unique=True)
    scopes = ArrayField(models.CharField(max_length=40))
    valid_from = models.DateTimeField()
    valid_to = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
