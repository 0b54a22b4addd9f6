# SPDX-License-Identifier: Apache-2.0
"""Scan the files that the scanner has not seen when they came."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Final

from django.conf import settings

from motcua.domains.vault.kinds import Scan
from motcua.domains.vault.models import StoredFile
from motcua.kit import clamd, files

AT_ONCE: Final = 200
SECONDS: Final = 60.0
LOG = logging.getLogger("motcua.vault")


def scan_files(*, at: datetime) -> int:
    """Scan what waits, and what came before there was a scanner; return how many were scanned.

    Each file is decided by itself, so a death in between loses nothing. When the
    scanner does not answer, the rest goes on waiting. A file found harmful stays locked away.
    """
    if not settings.CLAMD_ADDRESS:
        return 0
    waiting = StoredFile.objects.filter(scan__in=[Scan.WAITING, Scan.NOT_SCANNED]).order_by("id")
    done = 0
    for pk, sha256 in waiting.values_list("pk", "sha256")[:AT_ONCE]:
        try:
            _scan(pk, sha256, at)
        except clamd.Unavailable:
            LOG.warning("the malware scanner does not answer; %s files were scanned", done)
            break
        done += 1
    return done


def _scan(pk: int, sha256: str, at: datetime) -> None:
    threat = clamd.scan(settings.CLAMD_ADDRESS, files.read(sha256), seconds=SECONDS)
    if threat:
        LOG.warning("harmful content in a stored file: %s", sha256)
    StoredFile.objects.filter(pk=pk).update(
        scan=Scan.INFECTED if threat else Scan.CLEAN, scanned_at=at, threat=threat[:200]
    )
