# SPDX-License-Identifier: Apache-2.0
"""What citizens search in: the folded words of each procedure in force."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from motcua.domains.procedures.models.procedure import Procedure
from motcua.domains.procedures.models.version import Level, ProcedureVersion


class SearchEntry(models.Model):
    """The present version of a procedure as a search finds it; rewritten at each publication."""

    procedure = models.OneToOneField(Procedure, on_delete=models.CASCADE, primary_key=True)
    version = models.ForeignKey(ProcedureVersion, on_delete=models.CASCADE, related_name="+")
    level = models.CharField(max_length=10, choices=Level)
    field = models.CharField(max_length=300)
    title = models.TextField()
    words = SearchVectorField()
    weight = models.FloatField()

    class Meta:
        indexes = [
            GinIndex(fields=["title"], opclasses=["gin_trgm_ops"], name="search_title_trgm"),
            GinIndex(fields=["words"], name="search_words"),
        ]
