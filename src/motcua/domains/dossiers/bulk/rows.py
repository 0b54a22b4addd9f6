# SPDX-License-Identifier: Apache-2.0
"""Turns told lives into rows of the tables."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from motcua.domains.dossiers.application import applicant_of
from motcua.domains.dossiers.bulk.life import Life
from motcua.domains.dossiers.models import Consultation, Dossier, Rating, SupplementRequest
from motcua.domains.dossiers.models.dossier import Source
from motcua.domains.dossiers.queries.facts import FactRow
from motcua.kit.access import Role
from motcua.kit.copying import copy_rows
from motcua.rules.workflow import Status

DOSSIER = (
    "id", "code", "procedure_code", "version_id", "channel", "source", "applicant_kind",
    "applicant_name", "applicant_id_number", "applicant_phone", "applicant_email",
    "applicant_address", "search", "answers", "components", "external_number",
    "receiving_unit_id", "competent_unit_id", "return_unit_id", "step", "back_step", "status",
    "desk_unit_id", "desk_role", "step_since_at", "step_due_at", "submitted_at", "received_at",
    "legal_due_at", "due_at", "queue_due_at", "pauses", "extension", "ended_at", "returned_at",
    "result_paper_id", "chain_seq", "chain_hash",
)  # fmt: skip
DECIDED = (Status.COMPLETED, Status.RETURNED)
STATE = DOSSIER[DOSSIER.index("receiving_unit_id") : DOSSIER.index("pauses")]
SUPPLEMENT = (
    "dossier_id", "asked_at", "asked_by", "officer_name", "until_on", "guide", "items",
    "completed_at",
)  # fmt: skip
CONSULTATION = (
    "dossier_id", "unit_id", "question", "asked_at", "asked_by", "within", "due_at",
    "answered_at", "answered_by", "agrees", "answer",
)  # fmt: skip
RATING = ("dossier_id", "stars", "comment", "at")
MISSING = "Bản chụp không rõ, đề nghị nộp lại"
QUESTION = "Đề nghị cho ý kiến về hồ sơ"
ANSWER = "Thống nhất"

Numbered = Sequence[tuple[int, Life]]


def write(lives: Numbered, papers: Mapping[str, int]) -> None:
    """Copy dossiers and what belongs to them; `papers` are result papers by dossier code."""
    copy_rows(
        Dossier._meta.db_table,
        DOSSIER,
        (_dossier(number, life, papers.get(life.code)) for number, life in lives),
    )
    copy_rows(SupplementRequest._meta.db_table, SUPPLEMENT, _supplements(lives))
    copy_rows(Consultation._meta.db_table, CONSULTATION, _consultations(lives))
    copy_rows(Rating._meta.db_table, RATING, (
        (number, life.stars, "", life.rated_at) for number, life in lives if life.stars
    ))  # fmt: skip


def _dossier(number: int, life: Life, paper_id: int | None) -> tuple[Any, ...]:
    birth, case = life.birth, life.case
    applicant, version = applicant_of(life.values), birth.stock.version
    return (
        number, life.code, version.code, version.id, int(birth.channel), Source.SYNTHETIC.value,
        applicant.kind, applicant.name, applicant.id_number, applicant.phone, applicant.email,
        applicant.address, birth.person.search, life.answers,
        json.dumps([{"code": code} for code in birth.stock.presented]), "",
        *(getattr(case, name) for name in STATE), json.dumps(case.pauses),
        json.dumps(case.extension) if case.extension else None, case.ended_at, case.returned_at,
        paper_id, *life.head,
    )  # fmt: skip


def _supplements(lives: Numbered) -> Iterator[tuple[Any, ...]]:
    for number, life in lives:
        if (one := life.wanted) is not None:
            items = [{"target": one.target, "missing": MISSING, "reason": ""}]
            yield (
                number, one.at, one.asked_by, one.officer_name, one.until_on, "",
                json.dumps(items), one.completed_at,
            )  # fmt: skip


def _consultations(lives: Numbered) -> Iterator[tuple[Any, ...]]:
    for number, life in lives:
        for one in life.asked:
            answered = one.answered_at is not None
            yield (
                number, one.unit_id, QUESTION, one.at, one.asked_by, one.within, one.due_at,
                one.answered_at, one.answered_by, True if answered else None,
                ANSWER if answered else "",
            )  # fmt: skip


def fact(life: Life) -> FactRow:
    """Return what the dossier contributes to the index, as the query would read it."""
    case, wanted = life.case, life.wanted
    paused = wanted.completed_at - wanted.at if wanted and wanted.completed_at else None
    return FactRow(
        life.code, life.birth.stock.version.code, case.version_id, case.competent_unit_id,
        case.receiving_unit_id, int(life.birth.channel), Source.SYNTHETIC.value, case.status,
        case.submitted_at, case.received_at, case.due_at, case.ended_at, case.returned_at,
        int(wanted is not None), int(paused.total_seconds()) // 60 if paused else 0,
        False, False, False, case.status in DECIDED, False, life.stars,
        case.legal_due_at, _officer(life),
    )  # fmt: skip


def _officer(life: Life) -> str:
    """Return who acted last as a specialist, "" for nobody yet."""
    codes = (link.actor_code for link in reversed(life.links) if is_specialist(link.post))
    return next(codes, "")


def is_specialist(post: str) -> bool:
    """Say whether a logged post, `role@unit code`, is that of a specialist."""
    return post.startswith(f"{Role.SPECIALIST}@")
