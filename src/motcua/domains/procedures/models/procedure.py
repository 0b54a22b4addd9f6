# SPDX-License-Identifier: Apache-2.0
"""A procedure of the national catalogue and the agencies that are competent for it."""

from __future__ import annotations

from django.db import models

from motcua.kit.periods import Period, one_at_a_time


class Procedure(models.Model):
    """One national code; `repealed_by` names the decision that ended it, empty while it lives.

    `file_digest` is that of the file last loaded, so that an unchanged file publishes nothing.
    """

    code = models.CharField(max_length=20, primary_key=True)
    repealed_by = models.CharField(max_length=120, blank=True)
    file_digest = models.CharField(max_length=64, blank=True)


class Certainty(models.TextChoices):
    """Whether the catalogue names the agency, or it follows from level and field."""

    REAL = "real"
    INFERRED = "inferred"


class Competence(Period):
    """An agency that decides dossiers of a procedure, for a time."""

    procedure = models.ForeignKey(
        Procedure, on_delete=models.PROTECT, related_name="competences", db_index=False
    )
    agency = models.ForeignKey("units.Agency", on_delete=models.PROTECT, related_name="+")
    certainty = models.CharField(max_length=10, choices=Certainty)

    class Meta:
        constraints = [one_at_a_time("procedure", "agency", name="competence_one_at_a_time")]
        indexes = [models.Index(fields=["procedure", "agency"], name="competence_pair")]
