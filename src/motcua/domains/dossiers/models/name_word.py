# SPDX-License-Identifier: Apache-2.0
"""The words that applicants' names are made of."""

from __future__ import annotations

from django.db import models


class NameWord(models.Model):
    """One word, without marks: what a mistyped word of a search may have meant."""

    word = models.CharField(max_length=40, unique=True)
