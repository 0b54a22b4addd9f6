# SPDX-License-Identifier: Apache-2.0
"""Keep a file by its content, after it was looked into and scanned."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from motcua.domains.vault import scanning
from motcua.domains.vault.content import looked_at
from motcua.domains.vault.kinds import Scan
from motcua.domains.vault.models import StoredFile
from motcua.kit import files

LIMIT = 20 << 20


@transaction.atomic
def store_file(*, chunks: Iterable[bytes], name: str, at: datetime) -> StoredFile:
    """Check, scan and keep the bytes; the same bytes give the same row.

    When the scanner does not answer, the file is kept as waiting for it.
    Raises files.TooLarge, scanning.Infected and the faults of `content.looked_at`: then nothing
    is kept.
    """
    with files.spool(chunks, limit=LIMIT) as spooled:
        seen = looked_at(spooled.file, name=name)
        scanned = scanning.judged(spooled)
        files.guard(spooled.sha256)
        files.keep(spooled)
        stored, fresh = StoredFile.objects.get_or_create(
            sha256=spooled.sha256,
            defaults={
                "size": spooled.size,
                "media_type": seen.media_type,
                "pages": seen.pages,
                "remarks": list(seen.remarks),
                "stored_at": at,
                "scan": scanned,
                "scanned_at": at if scanned == Scan.CLEAN else None,
            },
        )
    if not fresh:
        scanning.refuse_known(stored)
    return stored
