# SPDX-License-Identifier: Apache-2.0
"""Remove papers that no dossier took in, and the bytes that nobody else needs."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from motcua.domains.vault.models import Paper, StoredFile
from motcua.kit import files


def discard_papers(*, ids: Collection[int]) -> int:
    """Remove papers without an owner's dossier; the caller knows that nothing refers to them.

    The rows go first, then, file by file, the bytes whose last row is gone: whoever keeps the same
    content meanwhile is waited for, and then the bytes stay. Returns how many papers went.
    """
    doomed = Paper.objects.filter(pk__in=ids, origin_dossier="")
    with transaction.atomic():
        held = dict(doomed.select_for_update().values_list("pk", "file_id"))
        Paper.objects.filter(pk__in=held).delete()
    for file_id in sorted(set(held.values())):
        _forget(file_id)
    return len(held)


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
