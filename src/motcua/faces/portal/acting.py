# SPDX-License-Identifier: Apache-2.0
"""What an applicant may do with a dossier: withdraw it, take the result, rate the handling."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from motcua.domains.dossiers.acts.rate import StarsWrong, rate
from motcua.domains.dossiers.acts.withdraw import withdraw
from motcua.domains.dossiers.queries.card import attachments, card
from motcua.domains.vault import queries as vault
from motcua.faces.portal import commands, dossier, rights
from motcua.faces.portal.rights import Holder
from motcua.faces.portal.screens import screen
from motcua.faces.portal.sent_files import streamed
from motcua.kit import clock
from motcua.kit.access import log_view
from motcua.kit.faults import NotAllowedNow, NotFound
from motcua.kit.guards import public
from motcua.rules.workflow import Status


@public
@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: HttpRequest, code: str) -> HttpResponse:
    """Ask once, then withdraw."""
    holder = rights.holder_of(request, code)
    if request.POST.get("confirmed") != "yes":
        if "withdraw" not in holder.shown.actions:
            raise NotAllowedNow
        context = {"holder": holder, "shown": holder.shown, "key": commands.new_key()}
        return screen(request, "withdraw", context, tab="track" if holder.proof else "mine")
    by = commands.by(request, holder.actor)
    withdraw(by=by, code=holder.shown.code, reason=request.POST.get("reason", ""))
    return after(request, holder, gettext("Your dossier was withdrawn."))


@public
@require_POST
def vote(request: HttpRequest, code: str) -> HttpResponse:
    """Take one vote of one to five stars."""
    holder = rights.holder_of(request, code)
    chosen = request.POST.get("stars", "")
    if chosen not in ("1", "2", "3", "4", "5"):
        words = str(StarsWrong())
        return dossier.show(request, holder, fault=words, status=StarsWrong.status)
    by = commands.by(request, holder.actor)
    comment = request.POST.get("comment", "")
    rate(by=by, code=holder.shown.code, stars=int(chosen), comment=comment)
    return after(request, holder, gettext("Thank you for rating us."))


@public
@require_http_methods(["GET", "HEAD", "POST"])
def result(request: HttpRequest, code: str) -> HttpResponse | StreamingHttpResponse:
    """Send the result paper to the applicant once it was returned."""
    holder = rights.holder_of(request, code)
    shown = holder.shown
    if shown.status != Status.RETURNED or shown.result_paper_id is None:
        raise NotFound
    (paper,) = vault.papers(id=shown.result_paper_id)
    response = StreamingHttpResponse(vault.content(paper), content_type=paper.media_type)
    response.headers["Content-Length"] = str(paper.size)
    response.headers["Content-Disposition"] = f'attachment; filename="{shown.code}.pdf"'
    response.headers["Cache-Control"] = "no-store"
    return response


@public
@require_http_methods(["GET", "HEAD", "POST"])
def paper(request: HttpRequest, code: str, paper: UUID) -> StreamingHttpResponse:
    """Send a paper that lies in the dossier to its applicant; the ledger says who took it."""
    holder = rights.holder_of(request, code)
    if all(line.paper_code != paper for line in attachments(holder.shown.id)):
        raise NotFound
    sent = streamed(vault.paper(paper))
    purpose = "representing" if holder.actor.mandate else "own"
    log_view(
        actor=holder.actor, at=clock.now(), page="portal/paper", purpose=purpose,
        subjects=[holder.shown.code],
    )  # fmt: skip
    return sent


def after(request: HttpRequest, holder: Holder, done: str) -> HttpResponse:
    """Go back to the dossier; without an account the proof goes on in the page itself."""
    if not holder.proof:
        return HttpResponseRedirect(reverse("portal:dossier", args=[holder.shown.code]), status=303)
    fresh = Holder(holder.actor, card(holder.shown.code), rights.proof_of(holder.shown.code))
    return dossier.show(request, fresh, done=done)
