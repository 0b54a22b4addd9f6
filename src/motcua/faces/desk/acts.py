# SPDX-License-Identifier: Apache-2.0
"""The one address to which every button of a dossier page posts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.views.decorators.http import require_POST

from motcua.domains.dossiers.acts.advance import advance
from motcua.domains.dossiers.acts.answer_consultation import answer_consultation
from motcua.domains.dossiers.acts.ask_supplement import Item, ask_supplement
from motcua.domains.dossiers.acts.consult import consult
from motcua.domains.dossiers.acts.extend import extend
from motcua.domains.dossiers.acts.receive import receive
from motcua.domains.dossiers.acts.refuse import refuse
from motcua.domains.dossiers.acts.return_result import return_result
from motcua.domains.dossiers.acts.stop import stop
from motcua.domains.dossiers.acts.withdraw import withdraw
from motcua.domains.dossiers.ledger import By, Outcome
from motcua.faces.desk import posted
from motcua.kit.faults import NotFound
from motcua.kit.guards import official_required

Act = Callable[[By, str, QueryDict], Outcome]


def _advance(by: By, code: str, form: QueryDict) -> Outcome:
    return advance(by=by, code=code, action=form.get("action", ""), note=form.get("note", ""))


def _ask_supplement(by: By, code: str, form: QueryDict) -> Outcome:
    items = [
        Item(target, form.get(f"missing:{target}", ""), form.get(f"why:{target}", ""))
        for target in form.getlist("target")
    ]
    until_on: date = posted.day(form, "until_on")
    return ask_supplement(
        by=by, code=code, items=items, until_on=until_on, guide=form.get("guide", "")
    )


def _consult(by: By, code: str, form: QueryDict) -> Outcome:
    return consult(
        by=by,
        code=code,
        unit_ids=posted.numbers(form, "unit"),
        question=form.get("question", ""),
        within=posted.limit(form, "within"),
    )


def _answer(by: By, code: str, form: QueryDict) -> Outcome:
    return answer_consultation(
        by=by,
        code=code,
        unit_id=posted.number(form, "unit"),
        agrees=form.get("agrees") == "yes",
        answer=form.get("answer", ""),
    )


def _extend(by: By, code: str, form: QueryDict) -> Outcome:
    to: datetime = posted.moment(form, "to_on", "to_time")
    return extend(by=by, code=code, to=to, reason=form.get("reason", ""))


ACTS: Mapping[str, Act] = {
    "receive": lambda by, code, form: receive(
        by=by, code=code, external_number=form.get("external_number", "")
    ),
    "refuse": lambda by, code, form: refuse(by=by, code=code, reason=form.get("reason", "")),
    "advance": _advance,
    "ask_supplement": _ask_supplement,
    "consult": _consult,
    "answer_consultation": _answer,
    "extend": _extend,
    "stop": lambda by, code, form: stop(by=by, code=code, reason=form.get("reason", "")),
    "withdraw": lambda by, code, form: withdraw(by=by, code=code, reason=form.get("reason", "")),
    "return_result": lambda by, code, form: return_result(
        by=by, code=code, to=form.get("to", "counter")
    ),
}


@require_POST
@official_required
def act(request: HttpRequest, code: str, verb: str) -> HttpResponse:
    """Carry out one act and show the dossier again; the same form posted twice acts once."""
    perform = ACTS.get(verb)
    if perform is None:
        raise NotFound
    perform(posted.by(request), code, request.POST)
    return HttpResponseRedirect(f"/desk/{code}", status=303)
