# SPDX-License-Identifier: Apache-2.0
"""Tables of the vault."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from motcua.domains.vault.kinds import PaperKind


class StoredFile(models.Model):
    """Bytes that never change, named by their SHA-256."""

    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=100)
    stored_at = models.DateTimeField()


class Paper(models.Model):
    """A paper of somebody: its title, its file, where it came from."""

    code = models.UUIDField(default=uuid4, unique=True)
    kind = models.CharField(max_length=12, choices=PaperKind)
    title = models.CharField(max_length=300)
    file_name = models.CharField(max_length=200)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="papers")
    owner_id_number = models.CharField(max_length=20, blank=True)
    origin_dossier = models.CharField(max_length=50, blank=True)
    signed = models.BooleanField(default=False)
    filed_at = models.DateTimeField()
    replaced_by = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["owner_id_number", "-id"], name="paper_owner")]
