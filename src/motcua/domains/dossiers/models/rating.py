# SPDX-License-Identifier: Apache-2.0
"""What the applicant thought of it."""

from __future__ import annotations

from django.db import models


class Rating(models.Model):
    """One vote per dossier, after it ended."""

    dossier = models.OneToOneField(
        "dossiers.Dossier", on_delete=models.PROTECT, related_name="rating"
    )
    stars = models.PositiveSmallIntegerField()
    comment = models.CharField(max_length=1000, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(stars__gte=1, stars__lte=5), name="stars_1_to_5"
            )
        ]
