# SPDX-License-Identifier: Apache-2.0
"""Put the known answers of the province's file into the table."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from motcua.domains.support.models import KnownAnswer
from motcua.kit import audit, datafiles
from motcua.kit.access import SYSTEM
from motcua.rules.words import fold

FILE = "support/known_answers.yaml"
COLUMNS = (
    "position", "question_vi", "question_en", "answer_vi", "answer_en", "screens", "search",
)  # fmt: skip


@transaction.atomic
def load_known_answers(*, at: datetime) -> bool:
    """Bring the table in line with the file; False when it is. What readers counted stays."""
    written = datafiles.read_yaml(FILE)["answers"]
    wanted = [_row(position, entry) for position, entry in enumerate(written)]
    kept = {row.pk: row for row in KnownAnswer.objects.all()}
    if [_values(row) for row in wanted] == [_values(kept.get(row.pk)) for row in wanted]:
        if len(kept) == len(wanted):
            return False
    KnownAnswer.objects.exclude(pk__in=[row.pk for row in wanted]).delete()
    KnownAnswer.objects.bulk_create(
        wanted, update_conflicts=True, unique_fields=["slug"], update_fields=list(COLUMNS)
    )
    audit.append(
        chain="reference:known_answers", at=at, act="load_known_answers", actor=SYSTEM,
        payload={"answers": len(wanted)},
    )  # fmt: skip
    return True


def _row(position: int, entry: Mapping[str, Any]) -> KnownAnswer:
    question, answer = entry["question"], entry["answer"]
    words = " ".join([question["vi"], question["en"], *entry.get("words", ())])
    return KnownAnswer(
        slug=entry["slug"], position=position, question_vi=question["vi"],
        question_en=question["en"], answer_vi=answer["vi"].strip(),
        answer_en=answer["en"].strip(), screens=list(entry.get("screens", ())),
        search=fold(words),
    )  # fmt: skip


def _values(row: KnownAnswer | None) -> tuple[Any, ...] | None:
    return tuple(getattr(row, name) for name in COLUMNS) if row else None
