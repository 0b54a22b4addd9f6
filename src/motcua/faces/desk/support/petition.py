# SPDX-License-Identifier: Apache-2.0
"""One petition at the desk, and what the unit does with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.urls import reverse
from django.utils.translation import gettext, gettext_noop
from django.views.decorators.http import require_http_methods, require_safe

from motcua.domains.support.acts.answer_petition import answer_petition
from motcua.domains.support.acts.ask_petitioner import ask_petitioner
from motcua.domains.support.acts.publish_answer import publish_answer
from motcua.domains.support.acts.refuse_petition import refuse_petition
from motcua.domains.support.acts.take_up import take_up
from motcua.domains.support.acts.transfer_petition import transfer_petition
from motcua.domains.support.commands import HANDLERS, Outcome
from motcua.domains.support.queries import petitions as queries
from motcua.domains.support.queries.petitions import PetitionCard, StepLine
from motcua.domains.support.wording import LONGEST
from motcua.domains.units import queries as units
from motcua.domains.vault import queries as vault
from motcua.faces.design.petitions import kind_words, note_of, state_words
from motcua.faces.desk import posted
from motcua.faces.desk.naming import name_of, unit_name
from motcua.faces.desk.screens import log, screen
from motcua.faces.desk.support.petitions import TONES
from motcua.kit import clock
from motcua.kit.access import Actor
from motcua.kit.commands import By
from motcua.kit.faults import Fault, NotFound
from motcua.kit.guards import role_required
from motcua.rules.worktime import shown_due

DECIDED = frozenset({"refuse_petition", "answer_petition", "publish_answer"})
STEPS = {
    "file_petition": gettext_noop("Petition filed"),
    "take_up": gettext_noop("Taken up"),
    "transfer_petition": gettext_noop("Passed to another unit"),
    "ask_petitioner": gettext_noop("Petitioner asked"),
    "supply": gettext_noop("Completed by the petitioner"),
    "refuse_petition": gettext_noop("Refused"),
    "answer_petition": gettext_noop("Answered"),
    "publish_answer": gettext_noop("Answer published"),
    "rate_petition": gettext_noop("Rated by the petitioner"),
    "reopen_petition": gettext_noop("Reopened by the petitioner"),
    "redate_petition": gettext_noop("The time limit was moved: the working calendar changed"),
}
Act = Callable[[By, str, HttpRequest], Outcome]
ACTS: dict[str, Act] = {
    "take_up": lambda by, code, request: take_up(by=by, code=code),
    "transfer_petition": lambda by, code, request: transfer_petition(
        by=by, code=code, unit_id=posted.number(request.POST, "unit"), reason=_words(request)
    ),
    "ask_petitioner": lambda by, code, request: ask_petitioner(
        by=by, code=code, question=_words(request)
    ),
    "refuse_petition": lambda by, code, request: refuse_petition(
        by=by, code=code, reason=_words(request)
    ),
    "answer_petition": lambda by, code, request: answer_petition(
        by=by, code=code, answer=_words(request)
    ),
    "publish_answer": lambda by, code, request: publish_answer(
        by=by, code=code, words=_words(request), answer=request.POST.get("answer", "")
    ),
}


def _words(request: HttpRequest) -> str:
    return request.POST.get("words", "")


@role_required(*HANDLERS)
@require_http_methods(["GET", "HEAD", "POST"])
def petition(request: HttpRequest, code: str) -> HttpResponse:
    """Show it to the unit; POST does one act and shows what it came to."""
    shown = _of_unit(request.actor, code)
    act = ACTS.get(request.POST.get("act", ""))
    if act is None:
        return _show(request, shown)
    try:
        act(posted.by(request), code, request)
    except posted.FormBroken:
        raise
    except Fault as fault:
        return _show(request, shown, fault=str(fault), status=fault.status)
    address = reverse("desk:petition", args=[code])
    gone = not queries.handles(request.actor, queries.card(code))
    return HttpResponseRedirect(reverse("desk:petitions") if gone else address, status=303)


@role_required(*HANDLERS)
@require_safe
def photo(request: HttpRequest, code: str) -> StreamingHttpResponse:
    """Show the picture that came with it."""
    shown = _of_unit(request.actor, code)
    paper = queries.photo(shown)
    if paper is None:
        raise NotFound
    log(request.actor, "petition_photo", [code])
    response = StreamingHttpResponse(vault.content(paper), content_type=paper.media_type)
    response.headers["Content-Length"] = str(paper.size)
    response.headers["Cache-Control"] = "no-store"
    return response


def _of_unit(actor: Actor, code: str) -> PetitionCard:
    """Return the petition if it lies with a unit of the reader. Raises NotFound."""
    shown = queries.card(code)
    if not queries.handles(actor, shown):
        raise NotFound
    return shown


def _show(
    request: HttpRequest, shown: PetitionCard, *, fault: str = "", status: int = 200
) -> HttpResponse:
    actor: Actor = request.actor
    log(actor, "petition", [shown.code])
    history = queries.history(shown.code)
    decides, calendar = queries.decides(actor, shown), units.work_calendar(shown.unit_id)
    answers = [line.text for line in history if line.act == "answer_petition"]
    context: dict[str, Any] = {
        "shown": shown, "fault": fault, "typed": _words(request), "longest": LONGEST,
        "kind": kind_words(shown.kind), "state": state_words(shown.state),
        "tone": TONES[shown.state], "unit_words": unit_name(shown.unit_id),
        "moves": [move for move in shown.moves if decides or move not in DECIDED],
        "waits_for_leader": not decides and any(move in DECIDED for move in shown.moves),
        "story": [_told(line) for line in history], "key": uuid4(),
        "overdue": shown.due_at is not None and shown.due_at < clock.now(),
        "units": [(str(card.id), name_of(card)) for card in units.agencies()
                  if card.id != shown.unit_id and card.level != "region"],
        "due": shown_due(shown.due_at, calendar) if shown.due_at else None,
        "answer_by": shown_due(shown.resolve_due_at, calendar),
        "photo": queries.photo(shown), "answer": answers[-1] if answers else "",
    }  # fmt: skip
    return screen(request, "support/petition", context, tab="petitions", status=status)


def _told(line: StepLine) -> dict[str, Any]:
    who = gettext("The petitioner") if line.by_petitioner else unit_name(line.unit_id)
    tone = "ask" if line.act in ("ask_petitioner", "reopen_petition") else "done"
    return {
        "title": gettext(STEPS[line.act]), "at": line.at, "who": who, "note": note_of(line),
        "tone": tone,
    }  # fmt: skip
