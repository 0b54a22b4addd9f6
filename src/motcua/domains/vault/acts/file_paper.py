# SPDX-License-Identifier: Apache-2.0
"""File a paper: a stored file with a title and an owner."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from motcua.domains.vault.kinds import PaperKind, PaperState
from motcua.domains.vault.models import Paper, Reading, StoredFile


@dataclass(frozen=True, slots=True)
class Filing:
    """What the system itself knows of a paper that it makes: whose it is, what stands on it."""

    type_code: str = ""
    owner_kind: str = ""
    origin_procedure: str = ""
    digitised_by: str = ""
    digitised_at: datetime | None = None
    digitised_unit_id: int | None = None
    state: PaperState = PaperState.WAITING


def file_paper(
    *,
    file: StoredFile,
    kind: PaperKind,
    title: str,
    file_name: str,
    at: datetime,
    owner_id_number: str = "",
    origin_dossier: str = "",
    filing: Filing | None = None,
    columns: Mapping[str, Any] | None = None,
) -> Paper:
    """Describe a stored file as somebody's paper; unsigned until a real signature is verified.

    `columns` are those of a `record.Record`. A component's file is asked to be read by the machine.
    """
    paper = Paper.objects.create(
        file=file,
        kind=kind,
        title=title[:300],
        file_name=file_name[-200:],
        owner_id_number=owner_id_number,
        origin_dossier=origin_dossier,
        filed_at=at,
        **asdict(filing or Filing()),
        **(columns or {}),
    )
    if kind == PaperKind.COMPONENT:
        Reading.objects.get_or_create(file=file, defaults={"asked_at": at})
    return paper
