# SPDX-License-Identifier: Apache-2.0
"""Several dossiers that one person handed in together, under one receipt."""

from __future__ import annotations

from django.db import models


class Bundle(models.Model):
    """One visit to a counter; its receipt lists every dossier of it."""

    code = models.CharField(max_length=50, unique=True)
    unit = models.ForeignKey("units.Agency", on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    opened_by = models.CharField(max_length=80)
    officer_name = models.CharField(max_length=200)


class BundleRow(models.Model):
    """One dossier of a bundle; no dossier stands on two receipts."""

    bundle = models.ForeignKey(Bundle, on_delete=models.PROTECT, related_name="rows")
    dossier = models.OneToOneField(
        "dossiers.Dossier", on_delete=models.PROTECT, related_name="bundle_row"
    )
    joined_at = models.DateTimeField()
