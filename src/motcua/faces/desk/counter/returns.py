# SPDX-License-Identifier: Apache-2.0
"""Results on their way out: at any counter, by post, to somebody who collects for another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from motcua.domains.dossiers.acts.give_again import give_again
from motcua.domains.dossiers.acts.redirect_return import redirect_return
from motcua.domains.dossiers.acts.return_result import return_result
from motcua.domains.dossiers.fetching import Collector
from motcua.domains.dossiers.queries.results import results_at
from motcua.domains.dossiers.queries.returns import parcels_at
from motcua.domains.procedures import queries as procedures
from motcua.domains.vault.acts.file_paper import file_paper
from motcua.domains.vault.acts.store_file import store_file
from motcua.faces.design.titles import active
from motcua.faces.design.uploads import safe_name
from motcua.faces.desk import dossier, posted
from motcua.faces.desk.listing import place, typed
from motcua.faces.desk.naming import unit_name
from motcua.faces.desk.rows import lines
from motcua.faces.desk.screens import dossier_for, log, screen
from motcua.kit import clock
from motcua.kit.access import Role
from motcua.kit.faults import Fault
from motcua.kit.guards import official_required, role_required
from motcua.rules.numbering import NumberError, parse_dossier_code

ELSE: Final = "else"
PROOF: Final = "proof"
LISTED: Final = 60


class CodeUnreadable(Fault):
    """What was typed is no dossier code."""

    sentence = gettext_lazy("This is not a dossier code. It looks like H05.43-260703-0001.")


@role_required(Role.COUNTER)
@require_http_methods(["GET", "HEAD", "POST"])
def returns(request: HttpRequest) -> HttpResponse:
    """List results that wait here and parcels; take over a result whose applicant stands here.

    A search is posted too: names and numbers stand in no address.
    """
    if request.method != "POST" or "q" in request.POST:
        return _returns(request)
    try:
        code = _taken_over(request)
    except Fault as fault:
        return _returns(request, fault)
    return HttpResponseRedirect(reverse("desk:dossier", args=[code]), status=303)


def _taken_over(request: HttpRequest) -> str:
    """Move the return to the reader's counter and return the code."""
    form = request.POST
    typed = posted.text(form, "code").strip().upper()
    try:
        parse_dossier_code(typed)
    except NumberError as error:
        raise CodeUnreadable from error
    return redirect_return(
        by=posted.by(request), code=typed, unit_id=posted.number(form, "counter"),
        shown=posted.text(form, "shown"), reason=gettext("The applicant came to this counter."),
    ).code  # fmt: skip


def _returns(request: HttpRequest, fault: Fault | None = None) -> HttpResponse:
    posts = request.actor.posts_as(Role.COUNTER)
    counters = [post.unit_id for post in posts]
    parcels = parcels_at(counters)
    asked = request.POST if "q" in request.POST else request.GET
    q, after = typed(request.POST), place(asked.get("after", ""))
    page = results_at(posts, text=q, after=after, limit=LISTED)
    results = lines(page.rows, at=clock.now(), language=active())
    log(request.actor, "returns", [one.code for one in (*results, *parcels)])
    context = {
        "counters": [(str(unit_id), unit_name(unit_id)) for unit_id in counters],
        "results": results,
        "wanted": q,
        "first": after is not None,
        "next": "~".join(map(str, page.next)) if page.next else "",
        "parcels": [(one, procedures.title(one.version_id)) for one in parcels],
        "typed": request.POST.get("code", "")[:60],
        "fault": str(fault) if fault else "",
        "key": str(uuid4()),
    }
    status = fault.status if fault else 200
    return screen(request, "counter/returns", context, tab="returns", status=status)


@official_required
@require_POST
def give(request: HttpRequest, code: str) -> HttpResponse:
    """Return the result: at the counter to the applicant or another, by post, or online."""
    return _handed(request, code, "return_result", lambda: _give(request, code))


def _give(request: HttpRequest, code: str) -> object:
    to = request.POST.get("to", "counter")
    return return_result(
        by=posted.by(request),
        code=code,
        to=to if to in dossier.WAYS_OF_RETURN else "counter",
        collector=_collector(request, code) if to not in ("post", "online") else None,
        tracking_number=posted.text(request.POST, "tracking_number"),
    )


@official_required
@require_POST
def again(request: HttpRequest, code: str) -> HttpResponse:
    """Give a result that the post brought back once more."""
    return _handed(request, code, "give_again", lambda: _again(request, code))


def _again(request: HttpRequest, code: str) -> object:
    return give_again(
        by=posted.by(request),
        code=code,
        collector=_collector(request, code),
        tracking_number=posted.text(request.POST, "tracking_number").strip(),
    )


def _handed(
    request: HttpRequest, code: str, verb: str, perform: Callable[[], object]
) -> HttpResponse:
    try:
        perform()
    except Fault as fault:
        return dossier.refused(request, code, verb, fault)
    return HttpResponseRedirect(reverse("desk:dossier", args=[code]), status=303)


def _collector(request: HttpRequest, code: str) -> Collector | None:
    """Return who collects in the applicant's place, their proof kept in the vault; None: nobody."""
    form = request.POST
    if form.get("collects") != ELSE:
        return None
    dossier_for(request.actor, code)
    return Collector(
        name=posted.text(form, "collector_name"),
        id_number=posted.text(form, "collector_id_number"),
        relation=posted.text(form, "relation"),
        statement=posted.text(form, "statement"),
        proof_paper_id=_proof(request, code),
    )


def _proof(request: HttpRequest, code: str) -> int | None:
    """Keep the scanned authorisation and return its paper. Raises the faults of the vault."""
    file = request.FILES.get(PROOF)
    if file is None:
        return None
    at = clock.now()
    name = safe_name(file.name or "")
    stored = store_file(chunks=file.chunks(), name=name, at=at)
    paper = file_paper(
        file=stored, kind="component", title=gettext("Authorisation to collect the result"),
        file_name=name, at=at, origin_dossier=code,
    )  # fmt: skip
    return int(paper.pk)
