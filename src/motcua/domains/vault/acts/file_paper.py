# SPDX-License-Identifier: Apache-2.0
"""File a paper: a stored file with a title and an owner."""

from __future__ import annotations

from datetime import datetime

from motcua.domains.vault.kinds import PaperKind
from motcua.domains.vault.models import Paper, StoredFile


def file_paper(
    *,
    file: StoredFile,
    kind: PaperKind,
    title: str,
    file_name: str,
    at: datetime,
    owner_id_number: str = "",
    origin_dossier: str = "",
) -> Paper:
    """Describe a stored file as somebody's paper; unsigned until a real signature is verified."""
    return Paper.objects.create(
        file=file,
        kind=kind,
        title=title[:300],
        file_name=file_name[-200:],
        owner_id_number=owner_id_number,
        origin_dossier=origin_dossier,
        filed_at=at,
    )
