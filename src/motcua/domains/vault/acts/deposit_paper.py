# SPDX-License-Identifier: Apache-2.0
"""Keep a file that will be laid into a dossier later."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.domains.vault.acts.file_paper import file_paper
from motcua.domains.vault.acts.store_file import store_file
from motcua.domains.vault.kinds import PaperKind
from motcua.domains.vault.models import Paper
from motcua.kit import idempotency
from motcua.kit.access import Actor


def deposit_paper(
    *, actor: Actor, at: datetime, key: UUID, file_name: str, chunks: Iterable[bytes]
) -> int:
    """Return the id of the paper; the same key gives the same paper, whatever is sent with it.

    Raises KeyReused and the faults of store_file.
    """
    with transaction.atomic():
        stored = store_file(chunks=chunks, name=file_name, at=at)
        paper = file_paper(
            file=stored, kind=PaperKind.COMPONENT, title=file_name, file_name=file_name, at=at
        )
        fresh = idempotency.spend(
            key=key, act="deposit_paper", actor=actor, subject=str(paper.pk), at=at, made=True
        )
        transaction.set_rollback(not fresh)
    return paper.pk if fresh else Paper.objects.get(pk=idempotency.subject_of(key)).pk
