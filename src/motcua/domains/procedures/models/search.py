# SPDX-License-Identifier: Apache-2.0
"""What citizens search in: the folded words of each version, and how common speech says them."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from motcua.domains.procedures.models.version import Level, ProcedureVersion


class SearchEntry(models.Model):
    """A version as a search finds it; the version's period says whether it is shown.

    `title` is folded and without the word “procedure”; `words` are all folded words worth
    finding it by; `weight` lifts what most people look for.
    """

    version = models.OneToOneField(ProcedureVersion, on_delete=models.CASCADE, primary_key=True)
    code = models.CharField(max_length=20)
    level = models.CharField(max_length=10, choices=Level)
    field = models.CharField(max_length=300)
    title = models.TextField()
    words = SearchVectorField()
    weight = models.FloatField()

    class Meta:
        indexes = [
            GinIndex(fields=["title"], opclasses=["gin_trgm_ops"], name="search_title_trgm"),
            GinIndex(fields=["words"], name="search_words"),
            models.Index(fields=["code"], name="search_code"),
        ]


class Synonym(models.Model):
    """A folded phrase of common speech, the folded words of the law for it, the codes it means."""

    phrase = models.CharField(max_length=120, primary_key=True)
    means = models.CharField(max_length=200)
    codes = ArrayField(models.CharField(max_length=20))
