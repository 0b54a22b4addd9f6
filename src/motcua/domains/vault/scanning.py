# SPDX-License-Identifier: Apache-2.0
"""What the malware scanner says of a file, and what follows from it."""

from __future__ import annotations

from typing import Final

from django.conf import settings
from django.utils.translation import gettext_lazy

from motcua.domains.vault.kinds import Scan
from motcua.domains.vault.models import StoredFile
from motcua.kit import clamd, files
from motcua.kit.faults import Fault
from motcua.kit.files import Spooled

PATIENCE: Final = 3.0
"""Seconds a person waits for the scanner; after that the job asks it."""


class Infected(Fault):
    """The scanner knows the content as malware."""

    sentence = gettext_lazy(
        "The malware scanner recognised harmful content in this file, so it was refused. Check"
        " your computer and send a clean file."
    )


class StillScanned(Fault):
    """Nobody opens a file before the scanner has seen it."""

    status = 409
    sentence = gettext_lazy(
        "This file is waiting for the malware scan and cannot be opened yet. Try again in a few"
        " minutes."
    )


def judged(spooled: Spooled) -> Scan:
    """Return the state of fresh bytes: clean, or waiting when the scanner does not answer.

    Raises Infected.
    """
    if not settings.CLAMD_ADDRESS:
        return Scan.NOT_SCANNED
    spooled.file.seek(0)
    chunks = iter(lambda: spooled.file.read(files.CHUNK), b"")
    try:
        threat = clamd.scan(settings.CLAMD_ADDRESS, chunks, seconds=PATIENCE)
    except clamd.Unavailable:
        return Scan.WAITING
    if threat:
        raise Infected
    return Scan.CLEAN


def refuse_known(stored: StoredFile) -> None:
    """Raise Infected for bytes that were found harmful before."""
    if stored.scan == Scan.INFECTED:
        raise Infected


def must_be_readable(scan: str) -> None:
    """Let a file be opened only when nothing speaks against it. Raises Infected, StillScanned."""
    if scan == Scan.INFECTED:
        raise Infected
    if scan == Scan.WAITING:
        raise StillScanned
