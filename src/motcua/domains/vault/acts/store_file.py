# SPDX-License-Identifier: Apache-2.0
"""Keep a file by its content."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from motcua.domains.vault.content import media_type_of
from motcua.domains.vault.models import StoredFile
from motcua.kit import files

LIMIT = 20 << 20


@transaction.atomic
def store_file(*, chunks: Iterable[bytes], name: str, at: datetime) -> StoredFile:
    """Check and keep the bytes; the same bytes give the same row.

    Raises files.TooLarge, content.Empty, UnknownType, LyingName, Bomb: then nothing is kept.
    """
    with files.spool(chunks, limit=LIMIT) as spooled:
        media_type = media_type_of(spooled.file, name=name)
        files.keep(spooled)
        stored, _ = StoredFile.objects.get_or_create(
            sha256=spooled.sha256,
            defaults={"size": spooled.size, "media_type": media_type, "stored_at": at},
        )
    return stored
