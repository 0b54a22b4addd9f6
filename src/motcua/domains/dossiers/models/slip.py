# SPDX-License-Identifier: Apache-2.0
"""An official form issued for a dossier, and the running numbers such forms bear."""

from __future__ import annotations

from django.db import models


class Slip(models.Model):
    """One issue of one form; the database refuses to change or remove it.

    `about` names what the form reports (a link of the dossier's log, a receipt of money), so that
    nothing is reported twice; a further `edition` needs a reason. `values` are what stands on the
    paper, frozen: every reprint says the same.
    """

    kind = models.CharField(max_length=16)
    about = models.CharField(max_length=80)
    edition = models.PositiveSmallIntegerField(default=1)
    unit = models.ForeignKey("units.Agency", on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    ordinal = models.PositiveIntegerField()
    number = models.CharField(max_length=40)
    dossier = models.ForeignKey("dossiers.Dossier", on_delete=models.PROTECT, related_name="slips")
    paper = models.ForeignKey("vault.Paper", on_delete=models.PROTECT, related_name="+")
    values = models.JSONField()
    dated_at = models.DateTimeField()
    issued_at = models.DateTimeField()
    issued_by = models.CharField(max_length=80)
    reason = models.CharField(max_length=2000, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "kind", "about", "edition"], name="slip_once"
            ),
            models.UniqueConstraint(
                fields=["unit", "kind", "year", "ordinal"], name="slip_number_once"
            ),
        ]


class SlipCounter(models.Model):
    """The last number of a form in a unit and year; raised in the issuing transaction."""

    unit = models.ForeignKey("units.Agency", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "kind", "year"], name="slip_series")]
