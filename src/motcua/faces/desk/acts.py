# SPDX-License-Identifier: Apache-2.0
"""The one address to which every button of a dossier page posts.

The most-walked way of the desk: one act, one redirection; a page is drawn only for a refusal.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.views.decorators.http import require_POST

from motcua.domains.dossiers.acts.advance import advance
from motcua.domains.dossiers.acts.answer_consultation import answer_consultation
from motcua.domains.dossiers.acts.ask_supplement import ask_supplement
from motcua.domains.dossiers.acts.assign import assign
from motcua.domains.dossiers.acts.consult import consult
from motcua.domains.dossiers.acts.extend import extend
from motcua.domains.dossiers.acts.issue_slip import issue_slip
from motcua.domains.dossiers.acts.receive import receive
from motcua.domains.dossiers.acts.redirect_return import redirect_return
from motcua.domains.dossiers.acts.refuse import refuse
from motcua.domains.dossiers.acts.settle_parcel import settle_parcel
from motcua.domains.dossiers.acts.stop import stop
from motcua.domains.dossiers.acts.withdraw import withdraw
from motcua.domains.dossiers.ledger import By
from motcua.domains.payments.acts.take_cash import take_cash
from motcua.faces.desk import asking, dossier, linked, posted
from motcua.faces.desk.money import fee
from motcua.faces.desk.screens import dossier_for
from motcua.faces.desk.timing import acts as timing
from motcua.kit.faults import Fault
from motcua.kit.guards import official_required

Act = Callable[[By, str, QueryDict], object]


def _advance(by: By, code: str, form: QueryDict) -> object:
    note = posted.text(form, "note")
    return advance(by=by, code=code, action=form.get("action", ""), note=note)


def _receive(by: By, code: str, form: QueryDict) -> object:
    return receive(by=by, code=code, external_number=posted.text(form, "external_number"))


def _ask_supplement(by: By, code: str, form: QueryDict) -> object:
    guide = posted.text(form, "guide")
    until_on = posted.day(form, "until_on")
    return ask_supplement(
        by=by, code=code, items=asking.items(form), until_on=until_on, guide=guide
    )


def _consult(by: By, code: str, form: QueryDict) -> object:
    return consult(
        by=by,
        code=code,
        unit_ids=posted.unit_ids(form, "unit"),
        question=posted.text(form, "question"),
        within=posted.limit(form, "within"),
    )


def _answer(by: By, code: str, form: QueryDict) -> object:
    return answer_consultation(
        by=by,
        code=code,
        unit_id=posted.number(form, "unit"),
        agrees=posted.yes_or_no(form, "agrees"),
        answer=posted.text(form, "answer"),
    )


def _extend(by: By, code: str, form: QueryDict) -> object:
    to = posted.moment(form, "to_on", "to_time")
    return extend(by=by, code=code, to=to, reason=posted.text(form, "reason"))


def _take_cash(by: By, code: str, form: QueryDict) -> object:
    dossier_for(by.actor, code)
    return take_cash(
        actor=by.actor,
        at=by.at,
        key=by.key,
        dossier_code=code,
        amount_vnd=posted.number(form, "amount"),
        unit_id=posted.number(form, "unit"),
    )


def _refuse(by: By, code: str, form: QueryDict) -> object:
    return refuse(by=by, code=code, reason=posted.text(form, "reason"))


def _stop(by: By, code: str, form: QueryDict) -> object:
    return stop(by=by, code=code, reason=posted.text(form, "reason"))


def _withdraw(by: By, code: str, form: QueryDict) -> object:
    return withdraw(by=by, code=code, reason=posted.text(form, "reason"))


def _redirect_return(by: By, code: str, form: QueryDict) -> object:
    unit_id, reason = posted.number(form, "to_unit"), posted.text(form, "reason")
    return redirect_return(by=by, code=code, unit_id=unit_id, reason=reason)


def _settle_parcel(by: By, code: str, form: QueryDict) -> object:
    said = form.get("delivered", "")
    if said not in ("yes", "no"):
        raise posted.FormBroken
    note = posted.text(form, "note")
    return settle_parcel(by=by, code=code, delivered=said == "yes", note=note)


def _issue_slip(by: By, code: str, form: QueryDict) -> object:
    reason = posted.text(form, "reason")
    return issue_slip(by=by, code=code, kind=form.get("kind", ""), reason=reason)


def _assign(by: By, code: str, form: QueryDict) -> object:
    return assign(by=by, code=code, account_id=posted.number(form, "account"))


ACTS: Mapping[str, Act] = {
    "advance": _advance,
    "receive": _receive,
    "refuse": _refuse,
    "ask_supplement": _ask_supplement,
    "consult": _consult,
    "answer_consultation": _answer,
    "extend": _extend,
    "take_cash": _take_cash,
    "request_refund": fee.ask,
    "decide_refund": fee.decide,
    "issue_slip": _issue_slip,
    "stop": _stop,
    "withdraw": _withdraw,
    "redirect_return": _redirect_return,
    "settle_parcel": _settle_parcel,
    "return_interlinked": linked.return_all,
    "assign": _assign,
    "ask_parts": linked.note_wish,
    "request_second_supplement": timing.request_second,
    "decide_second_supplement": timing.decide_second,
    "roll_back": timing.take_back,
    "reconcile_paper_first": timing.reconcile,
}


@official_required
@require_POST
def act(request: HttpRequest, code: str, verb: str) -> HttpResponse:
    """Carry out one act and show the dossier again; the same form posted twice acts once."""
    try:
        ACTS[verb](posted.by(request), code, request.POST)
    except Fault as fault:
        return dossier.refused(request, code, verb, fault)
    return HttpResponseRedirect(f"/desk/{code}", status=303)
