# SPDX-License-Identifier: Apache-2.0
"""One row that changes whenever a procedure changes, so that caches know."""

from __future__ import annotations

from django.db import models


class CatalogueState(models.Model):
    """The fingerprint of the files last loaded, and a token that is new after every change."""

    name = models.CharField(max_length=20, primary_key=True)
    fingerprint = models.CharField(max_length=64, blank=True)
    token = models.UUIDField()
