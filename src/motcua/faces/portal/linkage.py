# SPDX-License-Identifier: Apache-2.0
"""One application for several procedures as its applicant follows it: all parts on one page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from motcua.domains.dossiers.acts.ask_parts import ask_parts
from motcua.domains.dossiers.ledger import By
from motcua.domains.dossiers.queries import linkages
from motcua.domains.dossiers.queries.applicant import secret_of
from motcua.domains.dossiers.queries.linkages import LinkageCard
from motcua.domains.procedures import queries as procedures
from motcua.domains.units import queries as units
from motcua.faces.design.linkages import MARKS, part_rows
from motcua.faces.design.units import name_of
from motcua.faces.portal import commands, drafts, rights
from motcua.faces.portal.codes import dossier_code
from motcua.faces.portal.receipt import spaced, tracking_address
from motcua.faces.portal.screens import citizen_of, screen
from motcua.kit import clock
from motcua.kit.access import Actor
from motcua.kit.faults import NotFound
from motcua.kit.guards import public
from motcua.rules.worktime import shown_due

_SIGNER = signing.TimestampSigner(salt="motcua.portal.linkage")


@dataclass(frozen=True, slots=True)
class Holder:
    """The applicant looking at a linkage; `proof` is "" for an account."""

    actor: Actor
    shown: LinkageCard
    proof: str


def by_secret(code: str, secret: str) -> Holder:
    """Return the holder of a code and its secret. Raises NotFound for any wrong pair."""
    actor = linkages.holder(code=code, secret=secret)
    return Holder(actor, linkages.linkage(code), _SIGNER.sign(code))


def holder_of(request: HttpRequest, code: str) -> Holder:
    """Return the applicant behind a request. Raises NotFound, whatever the reason."""
    code = dossier_code(code)
    citizen = citizen_of(request)
    if citizen is not None:
        shown = linkages.linkage(code)
        if linkages.may_see(citizen, shown):
            return Holder(citizen, shown, "")
    try:
        opened = _SIGNER.unsign(request.POST.get("proof", ""), max_age=rights.PROOF_SECONDS)
    except signing.BadSignature:
        opened = ""
    if opened != code:
        raise NotFound
    return by_secret(code, secret_of(code))


@public
@require_http_methods(["GET", "HEAD", "POST"])
def linkage(request: HttpRequest, code: str) -> HttpResponse:
    """Show all parts to the account, or by POST to whoever has just shown the secret."""
    if citizen_of(request) is None and not request.POST.get("proof"):
        return HttpResponseRedirect(f"{reverse('portal:track')}?ma={code[:60]}", status=303)
    return show(request, holder_of(request, code))


def show(request: HttpRequest, holder: Holder, *, done: str = "") -> HttpResponse:
    """Render the page; `done` tells what the last act came to."""
    context = {**_context(holder.shown), "holder": holder, "done": done, "key": commands.new_key()}
    context["proofs"] = {
        part.dossier_code: rights.proof_of(part.dossier_code)
        for part in holder.shown.parts
        if holder.proof and part.dossier_code
    }
    return screen(request, "linkage", context, tab="track" if holder.proof else "mine")


@public
@require_POST
def parts_wish(request: HttpRequest, code: str) -> HttpResponse:
    """Note whether the results are wanted part by part."""
    holder = holder_of(request, code)
    by = By(holder.actor, clock.now(), commands.key_of(request))
    in_parts = request.POST.get("in_parts") == "yes"
    ask_parts(by=by, code=holder.shown.code, in_parts=in_parts)
    if not holder.proof:
        return HttpResponseRedirect(reverse("portal:linkage", args=[holder.shown.code]), status=303)
    fresh = Holder(holder.actor, linkages.linkage(holder.shown.code), holder.proof)
    return show(request, fresh, done=gettext("Your wish was noted."))


@public
@require_safe
def receipt(request: HttpRequest, code: str) -> HttpResponse:
    """Show the receipt to the account or to the browser that submitted; to nobody else."""
    shown, by_account = _own(request, dossier_code(code))
    context = {
        **_context(shown),
        "receiving": name_of(units.agency(shown.receiving_unit_id)),
        "secret": "" if by_account else spaced(secret_of(shown.code)),
        "tracking": tracking_address(shown.code),
    }
    return screen(request, "linkage_receipt", context)


def _own(request: HttpRequest, code: str) -> tuple[LinkageCard, bool]:
    shown, citizen = linkages.linkage(code), citizen_of(request)
    if citizen is not None and linkages.may_see(citizen, shown):
        return shown, True
    if drafts.current(request).dossier_code != code:
        raise NotFound
    return shown, False


def _context(shown: LinkageCard) -> dict[str, Any]:
    found = linkages.judged(shown, at=clock.now())
    last = max(found.parts, key=lambda one: (one[1].due_at is not None, one[1].due_at or 0))[0]
    calendar = units.work_calendar(last.competent_unit_id)
    due_at = found.whole.due_at
    return {
        "shown": shown,
        "title": procedures.title(shown.version_id),
        "rows": part_rows(found, lambda unit_id: name_of(units.agency(unit_id))),
        "whole": found.whole,
        "mark": MARKS[found.whole.standing],
        "due_at": shown_due(due_at, calendar) if due_at else None,
    }
