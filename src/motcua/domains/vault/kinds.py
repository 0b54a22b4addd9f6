# SPDX-License-Identifier: Apache-2.0
"""What a paper is in the life of a dossier."""

from __future__ import annotations

from django.db import models


class PaperKind(models.TextChoices):
    """A component somebody handed in, or a result somebody was given."""

    COMPONENT = "component"
    RESULT = "result"
