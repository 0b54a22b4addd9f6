# SPDX-License-Identifier: Apache-2.0
"""One row that changes whenever a procedure changes, so that caches know."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from motcua.kit.snapshots import Snapshot

NAME = "procedures"


class StateQuerySet(models.QuerySet["CatalogueState"]):
    """The one row of the state."""

    def renew(self, **values: str) -> None:
        """Put a new token, so that every process drops what it keeps."""
        self.update_or_create(name=NAME, defaults={"token": uuid4(), **values})
        Snapshot.changed()

    def fingerprint(self) -> str:
        """Return the fingerprint of the files last loaded, empty before the first time."""
        return self.filter(name=NAME).values_list("fingerprint", flat=True).first() or ""


class CatalogueState(models.Model):
    """The fingerprint of the files last loaded, and a token that is new after every change."""

    name = models.CharField(max_length=20, primary_key=True)
    fingerprint = models.CharField(max_length=64, blank=True)
    token = models.UUIDField()

    objects = StateQuerySet.as_manager()
