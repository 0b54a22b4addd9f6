# SPDX-License-Identifier: Apache-2.0
"""The words by which papers and files are told apart."""

from __future__ import annotations

from django.db import models


class PaperKind(models.TextChoices):
    """A component handed in, a result given, or an official form that was issued on the way."""

    COMPONENT = "component"
    RESULT = "result"
    SLIP = "slip"


class PaperState(models.IntegerChoices):
    """Whether an official has confirmed the paper; the codes of the national schema."""

    WAITING = 1
    APPROVED = 2
    REJECTED = 3


class Scan(models.TextChoices):
    """What the malware scanner said; NOT_SCANNED where none is set up."""

    NOT_SCANNED = "not_scanned"
    WAITING = "waiting"
    CLEAN = "clean"
    INFECTED = "infected"


class ReadingState(models.TextChoices):
    """How far the machine has come with reading a file."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"
    UNAVAILABLE = "unavailable"
