# SPDX-License-Identifier: Apache-2.0
"""Dossiers as machines read them: the whole card, its history, its papers, the inbox of posts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest, StreamingHttpResponse
from django.utils.translation import gettext
from ninja import Query, Router, Schema
from pydantic import Field

from motcua.domains.dossiers.queries import card as cards
from motcua.domains.dossiers.queries import inbox as lists
from motcua.domains.dossiers.queries.card import DossierCard
from motcua.domains.payments import queries as payments
from motcua.domains.units import queries as units
from motcua.domains.vault import queries as vault
from motcua.domains.vault.queries import PaperCard
from motcua.faces.api.bearer import Scope, Token
from motcua.faces.api.procedures import Titles, titles
from motcua.faces.api.rights import reader_of
from motcua.faces.api.values import CHANNELS, Secret, Sent, in_vietnam
from motcua.kit import clock
from motcua.kit.access import Actor, log_view
from motcua.kit.faults import NotFound
from motcua.rules.workflow import STATUS_TITLES, Status

router = Router(auth=Token(Scope.READ), tags=["dossiers"])
PLACE = re.compile(r"(\d{4}-\d\d-\d\dT[\d:.]+[+-]\d\d:\d\d)~(\d{1,18})", re.ASCII)
MOMENTS = (
    "submitted_at", "received_at", "legal_due_at", "due_at", "step_due_at", "ended_at",
    "returned_at",
)  # fmt: skip


class Applicant(Schema):
    """Who applies."""

    kind: str
    name: str
    id_number: str
    phone: str
    email: str
    address: str


class Paper(Schema):
    """A paper lying in the dossier."""

    code: UUID
    component: str
    title: str
    file_name: str
    size: int
    media_type: str
    at: datetime
    replaced: bool


class Question(Schema):
    """A question to another unit and its answer."""

    unit: str
    question: str
    asked_at: datetime
    due_at: datetime
    answered_at: datetime | None
    agrees: bool | None
    answer: str


class Supplement(Schema):
    """A request to complete the dossier; targets are `field:<name>` or `paper:<code>`."""

    asked_at: datetime
    until_on: date
    guide: str
    items: list[dict[str, str]]
    completed_at: datetime | None


class ReceiptLine(Schema):
    """Money that came, in whole dong; `method` is cash, online or transfer."""

    number: str
    amount_vnd: int
    method: str
    at: datetime


class Bill(Schema):
    """What is owed, in whole dong.

    Fees of different accounts are paid apart: `due_vnd` is what is still open, `receipts` has
    one for each payment, `receipt_number` all their numbers once nothing is open.
    """

    total_vnd: int
    due_vnd: int
    state: str
    receipts: list[ReceiptLine]
    receipt_number: str | None
    paid_at: datetime | None


class Dossier(Schema):
    """A dossier; `seq` counts its acts and is sent back as `seen`, moments are at +07:00."""

    code: str
    procedure: str
    version: int
    title: Titles
    source: str
    channel: str
    status: Annotated[int, Field(ge=1, le=10)]
    status_title: str
    step: str
    actions: list[str]
    receiving_unit: str
    competent_unit: str
    return_unit: str
    external_number: str
    submitted_at: datetime
    received_at: datetime | None
    legal_due_at: datetime | None
    due_at: datetime | None
    step_due_at: datetime | None
    ended_at: datetime | None
    returned_at: datetime | None
    has_result: bool
    seq: int
    applicant: Applicant
    answers: dict[str, Any]
    papers: list[Paper]
    presented: list[str]
    consultations: list[Question]
    supplements: list[Supplement]
    bill: Bill | None
    stars: int | None


class Act(Schema):
    """One act of the history; `seconds` is how long the step before it took."""

    seq: int
    at: datetime
    act: str
    action: str
    actor: str
    post: str
    step: str
    status: int
    reason: str
    seconds: int


class InboxLine(Schema):
    """A dossier that lies before the posts of the client."""

    code: str
    procedure: str
    applicant: str
    status: int
    step: str
    submitted_at: datetime
    received_at: datetime | None
    due_at: datetime | None
    channel: str
    source: str


class Inbox(Schema):
    """A part of the inbox, most urgent first; `next` is the mark to go on from."""

    items: list[InboxLine]
    next: str | None


class Part(Sent):
    """Which part of the inbox."""

    after: Annotated[str, Field(pattern=f"^({PLACE.pattern})?$")] = ""
    limit: Annotated[int, Field(ge=1, le=100)] = 60


@router.get("/inbox", response=Inbox, summary="What lies before the client's posts")
def read_inbox(request: HttpRequest, part: Query[Part]) -> dict[str, Any]:
    """List the dossiers before the posts of the client, by due moment."""
    actor: Actor = request.auth.actor
    page = lists.inbox(actor.posts, after=_place(part.after), limit=part.limit)
    codes = [row.code for row in page.rows]
    log_view(actor=actor, at=clock.now(), page="api/inbox", purpose="handling", subjects=codes)
    following = "~".join(map(str, page.next)) if page.next else None
    return {"items": [_line(row) for row in page.rows], "next": following}


@router.get("/dossiers/{code}", response=Dossier, summary="Read a dossier")
def read_dossier(request: HttpRequest, code: str, secret: Secret = "") -> dict[str, Any]:
    """Read all of a dossier that the client's units, or the holder of its secret, deal with."""
    reader = reader_of(request, code, secret)
    reader.log("dossier")
    return _dossier(reader.shown)


@router.get("/dossiers/{code}/history", response=list[Act], summary="Read its history")
def read_history(request: HttpRequest, code: str, secret: Secret = "") -> list[dict[str, Any]]:
    """Read who did what, in which post, when, and how long it took."""
    reader = reader_of(request, code, secret)
    reader.log("history")
    return [_act(line) for line in cards.history(reader.shown.code)]


@router.get("/dossiers/{code}/papers/{paper}", summary="Fetch a paper", response={200: bytes})
def fetch_paper(
    request: HttpRequest, code: str, paper: UUID, secret: Secret = ""
) -> StreamingHttpResponse:
    """Fetch the bytes of a paper of the dossier."""
    reader = reader_of(request, code, secret)
    if paper not in {line.paper_code for line in cards.attachments(reader.shown.id)}:
        raise NotFound
    reader.log("paper")
    return _sent(vault.paper(paper))


@router.get("/dossiers/{code}/result", summary="Fetch the result paper", response={200: bytes})
def fetch_result(request: HttpRequest, code: str, secret: Secret = "") -> StreamingHttpResponse:
    """Fetch the result; the applicant gets it once it was returned."""
    reader = reader_of(request, code, secret)
    shown = reader.shown
    if shown.result_paper_id is None or (secret and shown.status != Status.RETURNED):
        raise NotFound
    reader.log("result")
    (paper,) = vault.papers(id=shown.result_paper_id)
    return _sent(paper)


def _sent(paper: PaperCard) -> StreamingHttpResponse:
    response = StreamingHttpResponse(vault.content(paper), content_type=paper.media_type)
    response.headers["Content-Length"] = str(paper.size)
    response.headers["Content-Disposition"] = f'attachment; filename="{paper.code}"'
    response.headers["Cache-Control"] = "no-store"
    return response


def _place(after: str) -> tuple[str, int] | None:
    match = PLACE.fullmatch(after)
    if match is None:
        return None
    try:
        datetime.fromisoformat(match[1])
    except ValueError as error:
        raise NotFound from error
    return match[1], int(match[2])


def _code(unit_id: int) -> str:
    return units.agency(unit_id).code


def _moments(of: Any, names: Iterable[str]) -> dict[str, datetime | None]:
    return {name: in_vietnam(getattr(of, name)) for name in names}


def _line(row: lists.InboxRow) -> dict[str, Any]:
    same = ("code", "status", "step", "source")
    return {
        **{name: getattr(row, name) for name in same},
        **_moments(row, ("submitted_at", "received_at", "due_at")),
        "procedure": row.procedure_code,
        "applicant": row.applicant_name,
        "channel": CHANNELS[row.channel],
    }


def _dossier(shown: DossierCard) -> dict[str, Any]:
    same = ("code", "source", "status", "step", "external_number", "seq")
    version = shown.version
    return {
        **{name: getattr(shown, name) for name in same},
        **_moments(shown, MOMENTS),
        "procedure": version.code,
        "version": version.id,
        "title": titles(version.title),
        "channel": CHANNELS[shown.channel],
        "status_title": gettext(STATUS_TITLES[Status(shown.status)]),
        "actions": list(shown.actions),
        "receiving_unit": _code(shown.receiving_unit_id),
        "competent_unit": _code(shown.competent_unit_id),
        "return_unit": _code(shown.return_unit_id),
        "has_result": shown.result_paper_id is not None,
        "applicant": _applicant(shown),
        "answers": dict(shown.answers),
        "presented": [one["code"] for one in shown.components],
        **_parts(shown),
    }


def _parts(shown: DossierCard) -> dict[str, Any]:
    return {
        "papers": [_paper(line) for line in cards.attachments(shown.id)],
        "consultations": [_question(line) for line in cards.consultations(shown.id)],
        "supplements": [_supplement(line) for line in cards.supplements(shown.id)],
        "bill": _bill(shown.code),
        "stars": cards.stars(shown.id),
    }


def _applicant(shown: DossierCard) -> dict[str, str]:
    names = ("kind", "name", "id_number", "phone", "email", "address")
    return {name: getattr(shown, f"applicant_{name}") for name in names}


def _paper(line: cards.PaperLine) -> dict[str, Any]:
    same = ("title", "file_name", "size", "media_type", "replaced")
    return {
        **{name: getattr(line, name) for name in same},
        **_moments(line, ("at",)),
        "code": line.paper_code,
        "component": line.component_code,
    }


def _question(line: cards.QuestionLine) -> dict[str, Any]:
    same = ("question", "agrees", "answer")
    return {
        **{name: getattr(line, name) for name in same},
        **_moments(line, ("asked_at", "due_at", "answered_at")),
        "unit": _code(line.unit_id),
    }


def _supplement(line: cards.SupplementLine) -> dict[str, Any]:
    return {
        "until_on": line.until_on,
        "guide": line.guide,
        "items": [dict(item) for item in line.items],
        **_moments(line, ("asked_at", "completed_at")),
    }


def _bill(code: str) -> dict[str, Any] | None:
    bill = payments.bill_of(code)
    if bill is None:
        return None
    same = ("total_vnd", "due_vnd", "state", "receipt_number")
    return {
        **{name: getattr(bill, name) for name in same},
        **_moments(bill, ("paid_at",)),
        "receipts": [_receipt(line) for line in bill.receipts],
    }


def _receipt(line: payments.ReceiptMark) -> dict[str, Any]:
    same = ("number", "amount_vnd", "method")
    return {**{name: getattr(line, name) for name in same}, **_moments(line, ("at",))}


def _act(line: cards.HistoryLine) -> dict[str, Any]:
    same = ("seq", "act", "action", "post", "step", "status", "reason")
    return {
        **{name: getattr(line, name) for name in same},
        **_moments(line, ("at",)),
        "actor": line.actor_name,
        "seconds": line.seconds_since_last,
    }
