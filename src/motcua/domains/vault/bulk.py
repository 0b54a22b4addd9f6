# SPDX-License-Identifier: Apache-2.0
"""Papers by the thousand that share one stored file; only for invented dossiers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from motcua.domains.vault.acts.store_file import store_file
from motcua.domains.vault.kinds import PaperKind, PaperState
from motcua.domains.vault.models import Paper
from motcua.domains.vault.record import SOURCE_SYSTEM
from motcua.kit.copying import copy_rows, next_ids

COLUMNS = (
    "id", "code", "kind", "title", "file_name", "file_id", "owner_id_number", "origin_dossier",
    "signed", "filed_at", "state", "digitised_by", "digitised_at", "source_system",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Result:
    """The result paper of one dossier."""

    title: str
    owner_id_number: str
    dossier_code: str
    at: datetime


def store_result(content: bytes, at: datetime) -> int:
    """Keep the file that invented results share and return its id."""
    return store_file(chunks=[content], name="result.pdf", at=at).pk


def write_results(results: Sequence[Result], *, file_id: int) -> list[int]:
    """Write result papers in the caller's transaction and return their ids in the same order."""
    table = Paper._meta.db_table
    ids = next_ids(table, len(results))
    rows = (
        (
            paper_id, uuid4(), PaperKind.RESULT.value,
            result.title[:300], f"{result.dossier_code}.pdf", file_id, result.owner_id_number,
            result.dossier_code, False, result.at, PaperState.APPROVED.value, "system", result.at,
            SOURCE_SYSTEM,
        )
        for paper_id, result in zip(ids, results, strict=True)
    )  # fmt: skip
    copy_rows(table, COLUMNS, rows)
    return ids
