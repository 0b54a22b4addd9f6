# SPDX-License-Identifier: Apache-2.0
"""Acting for others: who may act for me, for whom I may act, and for whom I act now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from motcua.domains.people import queries as people
from motcua.domains.people.acts.accept_representation import accept_representation
from motcua.domains.people.acts.grant_representation import grant_representation
from motcua.domains.people.acts.revoke_representation import revoke_representation
from motcua.domains.people.known import Named
from motcua.domains.people.mandates import MandateTooLong
from motcua.domains.people.representing import Wanted
from motcua.domains.procedures import queries as procedures
from motcua.faces.design.titles import both_text
from motcua.faces.portal import commands, mandate
from motcua.faces.portal.screens import applicant_of, screen
from motcua.kit import clock
from motcua.kit.access import Actor
from motcua.kit.faults import Fault, NotFound
from motcua.kit.guards import citizen_required
from motcua.rules.forms.kinds.days import read_day

KINDS = {
    "family": gettext_lazy("A member of the family"),
    "volunteer": gettext_lazy("A volunteer of the community digital team"),
    "officer": gettext_lazy("An officer of the counter"),
}
ALL_KINDS = {**KINDS, "business": gettext_lazy("A representative of the business")}
STATES = {
    "waiting": gettext_lazy("Waits to be accepted"),
    "in_force": gettext_lazy("In force"),
    "over": gettext_lazy("Over"),
    "revoked": gettext_lazy("Revoked"),
}
CONSENTS = {
    "app": gettext_lazy("with the e-ID"),
    "paper": gettext_lazy("on paper at a counter"),
}


@citizen_required
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """List both sides: who acts for the person, and for whom they may act."""
    return _show(request)


def _show(
    request: HttpRequest, *, fault: Fault | None = None, typed: dict[str, str] | None = None
) -> HttpResponse:
    at, person = clock.now(), applicant_of(request)
    business = _business(person)
    context = {
        "given": [_line(one) for one in people.given_by(person.account_id, at)],
        "held": [_line(one) for one in people.held_by(request.actor.account_id, at)]
        if person.mandate is None
        else [],
        "may_grant": people.may_grant(person, at),
        "business": business,
        "kinds": [("business", ALL_KINDS["business"])] if business else list(KINDS.items()),
        "until_on": people.proposed_until(at),
        "typed": typed or {},
        "fault": str(fault) if fault else "",
        "key": commands.new_key(),
    }
    status = fault.status if fault else 200
    return screen(request, "account/representing", context, tab="account", status=status)


def _business(person: Actor) -> people.BusinessCard | None:
    try:
        return people.business(person.account_id)
    except NotFound:
        return None


def _line(one: people.RepresentationCard) -> dict[str, Any]:
    return {
        "card": one,
        "kind": ALL_KINDS[one.kind],
        "state": STATES[one.state],
        "consent": CONSENTS[one.consent],
        "last_on": one.valid_until - timedelta(seconds=1) if one.valid_until else None,
        "scope": one.dossier_code or _procedure(one.procedure_code),
    }


def _procedure(code: str) -> str:
    if not code:
        return ""
    try:
        return both_text(procedures.current(code, clock.today()).title)
    except NotFound:
        return code


@citizen_required
@require_POST
def grant(request: HttpRequest) -> HttpResponse:
    """Let somebody act; what was typed stays when it is refused."""
    sent = {name: request.POST.get(name, "")[:200].strip() for name in FIELDS}
    try:
        grant_representation(
            actor=applicant_of(request), at=clock.now(), key=commands.key_of(request),
            wanted=_wanted(sent),
        )  # fmt: skip
    except Fault as fault:
        return _show(request, fault=fault, typed=sent)
    return HttpResponseRedirect(reverse("portal:representing"), status=303)


FIELDS = ("personal_id", "full_name", "kind", "procedure", "dossier", "until_on")


def _wanted(sent: dict[str, str]) -> Wanted:
    """Return what was asked for. Raises FormBroken, NotFound, MandateTooLong."""
    if sent["kind"] not in ALL_KINDS:
        raise commands.FormBroken
    if sent["procedure"]:
        procedures.current(sent["procedure"], clock.today())
    return Wanted(
        representative=Named(sent["personal_id"], sent["full_name"]),
        kind=sent["kind"],
        until_on=_day(sent["until_on"]),
        procedure_code=sent["procedure"],
        dossier_code=sent["dossier"].upper()[:50],
    )


def _day(text: str) -> date:
    found = read_day(text)
    if found is None:
        raise MandateTooLong(days=366)
    return found


@citizen_required
@require_POST
def act(request: HttpRequest, code: UUID, verb: str) -> HttpResponse:
    """Accept or end a representation, or begin to act under it."""
    if verb not in VERBS:
        raise NotFound
    address = VERBS[verb](request, code)
    return HttpResponseRedirect(reverse(address), status=303)


def _accept(request: HttpRequest, code: UUID) -> str:
    accept_representation(actor=request.actor, at=clock.now(), code=code)
    return "portal:representing"


def _revoke(request: HttpRequest, code: UUID) -> str:
    revoke_representation(actor=applicant_of(request), at=clock.now(), code=code)
    return "portal:representing"


def _begin(request: HttpRequest, code: UUID) -> str:
    mandate.stop(request)
    mandate.begin(request, code)
    return "portal:mine"


VERBS: dict[str, Callable[[HttpRequest, UUID], str]] = {
    "nhan": _accept,
    "cham-dut": _revoke,
    "lam-thay": _begin,
}


@citizen_required
@require_http_methods(["POST"])
def stop(request: HttpRequest) -> HttpResponse:
    """Act for oneself again."""
    mandate.stop(request)
    return HttpResponseRedirect(reverse("portal:mine"), status=303)
