# SPDX-License-Identifier: Apache-2.0
"""How common speech says what the law calls by another name."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Synonym(models.Model):
    """A plain phrase of common speech, the plain words of the law for it, the codes it means."""

    phrase = models.CharField(max_length=120, primary_key=True)
    means = models.CharField(max_length=200)
    codes = ArrayField(models.CharField(max_length=20))
