# SPDX-License-Identifier: Apache-2.0
"""One dossier in full: what its page shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from motcua.domains.dossiers.ledger import chain_of
from motcua.domains.dossiers.models import (
    Attachment,
    Consultation,
    Dossier,
    Rating,
    SupplementRequest,
)
from motcua.domains.dossiers.traces import dues_of
from motcua.domains.procedures import queries as procedures
from motcua.kit.access import Actor, ActorKind
from motcua.kit.faults import NotFound
from motcua.kit.models import AuditEntry
from motcua.rules import workflow
from motcua.rules.workflow import Position


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper lying in the dossier."""

    component_code: str
    paper_code: UUID
    title: str
    file_name: str
    size: int
    media_type: str
    at: datetime
    replaced: bool


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One act: who, in which post, when, and how long the step before it took.

    `reason` is what was written with the act: the stated reason or the note. `off_hours` marks
    work outside office hours, `late` a supplement or an extension later than the law allows,
    `moved_to` a new due date.
    """

    seq: int
    at: datetime
    act: str
    action: str
    actor_name: str
    actor_code: str
    post: str
    step: str
    status: int
    reason: str
    seconds_since_last: int
    off_hours: bool = False
    late: bool = False
    moved_to: datetime | None = None


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question to another unit and its answer."""

    unit_id: int
    question: str
    asked_at: datetime
    due_at: datetime
    answered_at: datetime | None
    agrees: bool | None
    answer: str


@dataclass(frozen=True, slots=True)
class SupplementLine:
    """A request to complete the dossier."""

    asked_at: datetime
    officer_name: str
    until_on: date
    guide: str
    items: Sequence[Mapping[str, str]]
    completed_at: datetime | None
    late: bool = False
    approved_by: str = ""


@dataclass(frozen=True, slots=True)
class DossierCard:
    """The dossier as its page shows it."""

    id: int
    code: str
    version_id: int
    channel: int
    source: str
    account_id: int | None
    applicant_kind: str
    applicant_name: str
    applicant_id_number: str
    applicant_phone: str
    applicant_email: str
    applicant_address: str
    answers: Mapping[str, Any]
    components: Sequence[Mapping[str, Any]]
    support_unit_id: int | None
    receiving_unit_id: int
    competent_unit_id: int
    return_unit_id: int
    external_number: str
    step: str
    back_step: str
    status: int
    desk_unit_id: int | None
    desk_role: str
    step_since_at: datetime
    step_due_at: datetime | None
    submitted_at: datetime
    received_at: datetime | None
    legal_due_at: datetime | None
    due_at: datetime | None
    queue_due_at: datetime
    pauses: Sequence[Sequence[str | None]]
    extension: Mapping[str, str] | None
    ended_at: datetime | None
    returned_at: datetime | None
    result_paper_id: int | None
    seq: int

    @property
    def version(self) -> procedures.Version:
        """The procedure version the dossier was submitted under."""
        return procedures.version(self.version_id)

    @property
    def actions(self) -> tuple[str, ...]:
        """What the workflow allows now, whoever asks."""
        return workflow.allowed(self.version.workflow, Position(self.step, self.back_step or None))


MARKED_LATE = frozenset({"ask_supplement", "extend"})
MOVING = frozenset({"redate", "extend"})
FIELDS = (*(name for name in DossierCard.__slots__ if name != "seq"), "chain_seq")


def card(code: str) -> DossierCard:
    """Return the dossier, whoever asks: the caller decides who may see it. Raises NotFound."""
    row = Dossier.objects.filter(code=code).values_list(*FIELDS).first()
    if row is None:
        raise NotFound
    return DossierCard(*row)


def may_see(actor: Actor, shown: DossierCard) -> bool:
    """Say whether an official's units, or the applicant's account, have to do with the dossier.

    Those who only administer a unit or the system need no dossiers for it.
    """
    if actor.kind is ActorKind.CITIZEN:
        own = shown.account_id is not None and shown.account_id == actor.account_id
        return own and actor.reaches(
            procedure_code=shown.version.procedure_code, dossier_code=shown.code
        )
    mine = actor.working_units
    own = {shown.support_unit_id, shown.receiving_unit_id, shown.competent_unit_id}
    if mine & (own | {shown.return_unit_id}):
        return True
    asked = Consultation.objects.filter(dossier_id=shown.id, unit_id__in=mine)
    return bool(mine) and asked.exists()


def history(code: str) -> tuple[HistoryLine, ...]:
    """Return the acts of a dossier in their order, from the audit chain."""
    rows = AuditEntry.objects.filter(chain=chain_of(code)).order_by("seq").values_list(
        "seq", "at", "act", "actor_name", "actor_code", "post", "payload"
    )  # fmt: skip
    lines: list[HistoryLine] = []
    last: datetime | None = None
    for seq, at, act, name, actor_code, post, payload in rows:
        seconds = int((at - last).total_seconds()) if last else 0
        lines.append(
            HistoryLine(
                seq, at, act, payload.get("action", act), name, actor_code, post,
                payload["step"], payload["status"],
                payload.get("reason") or payload.get("note", ""), seconds,
                payload.get("off_hours", False), act in MARKED_LATE and "late" in payload,
                dues_of(payload).get("due_at") if act in MOVING else None,
            )
        )  # fmt: skip
        last = at
    return tuple(lines)


def attachments(dossier_id: int) -> tuple[PaperLine, ...]:
    """Return the papers of a dossier, the replaced ones too."""
    return _lines(dossier_id=dossier_id)


def draft_attachments(draft_id: int) -> tuple[PaperLine, ...]:
    """Return the papers lying in a draft."""
    return _lines(draft_id=draft_id, replaced_at=None)


def _lines(**where: object) -> tuple[PaperLine, ...]:
    rows = Attachment.objects.filter(**where).order_by("id").values_list(
        "component_code", "paper__code", "paper__title", "paper__file_name", "paper__file__size",
        "paper__file__media_type", "at", "replaced_at",
    )  # fmt: skip
    return tuple(PaperLine(*row[:-1], row[-1] is not None) for row in rows)


def consultations(dossier_id: int) -> tuple[QuestionLine, ...]:
    """Return the questions asked on a dossier, in their order."""
    rows = Consultation.objects.filter(dossier_id=dossier_id).order_by("asked_at", "id")
    return tuple(QuestionLine(*row) for row in rows.values_list(*QuestionLine.__slots__))


def supplements(dossier_id: int) -> tuple[SupplementLine, ...]:
    """Return the supplement requests of a dossier, in their order."""
    rows = SupplementRequest.objects.filter(dossier_id=dossier_id).order_by("asked_at")
    return tuple(SupplementLine(*row) for row in rows.values_list(*SupplementLine.__slots__))


def stars(dossier_id: int) -> int | None:
    """Return the applicant's vote, if there is one."""
    return Rating.objects.filter(dossier_id=dossier_id).values_list("stars", flat=True).first()
