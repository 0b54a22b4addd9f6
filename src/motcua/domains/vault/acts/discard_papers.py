# SPDX-License-Identifier: Apache-2.0
"""Remove papers that no dossier took in, and the bytes that nobody else needs."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.db.models import ProtectedError

from motcua.domains.vault.models import Paper, StoredFile
from motcua.kit import files


def discard_papers(*, ids: Collection[int]) -> int:
    """Remove papers without an owner's dossier, one by one; what another row refers to stays.

    The rows go first, then, file by file, the bytes whose last row is gone: whoever keeps the same
    content meanwhile is waited for, and then the bytes stay. Returns how many papers went.
    """
    gone = [file_id for file_id in map(_removed, sorted(ids)) if file_id is not None]
    for file_id in sorted(set(gone)):
        _forget(file_id)
    return len(gone)


@transaction.atomic
def _removed(paper_id: int) -> int | None:
    """Remove one paper; returns the id of its file, None when the paper stays."""
    paper = Paper.objects.select_for_update().filter(pk=paper_id, origin_dossier="").first()
    if paper is None:
        return None
    try:
        paper.delete()
    except ProtectedError:
        return None
    return paper.file_id


def _forget(file_id: int) -> None:
    """Remove a file's row, then its bytes, unless somebody has filed the content again."""
    sha256 = StoredFile.objects.filter(pk=file_id).values_list("sha256", flat=True).first()
    if sha256 is None:
        return
    with transaction.atomic():
        files.guard(sha256, alone=True)
        StoredFile.objects.filter(pk=file_id, papers=None).delete()
    with transaction.atomic():
        files.guard(sha256, alone=True)
        if not StoredFile.objects.filter(sha256=sha256).exists():
            files.drop(sha256)
