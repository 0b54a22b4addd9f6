# SPDX-License-Identifier: Apache-2.0
"""One petition as its petitioner follows it: by account, or by code and secret."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from motcua.domains.support.acts.rate_petition import rate_petition
from motcua.domains.support.acts.reopen_petition import reopen_petition
from motcua.domains.support.acts.supply import supply
from motcua.domains.support.commands import Outcome
from motcua.domains.support.ledger import SECRET
from motcua.domains.support.queries import petitions
from motcua.domains.support.queries.petitions import PetitionCard
from motcua.domains.units import queries as units
from motcua.domains.vault import queries as vault
from motcua.faces.design.petitions import kind_words, state_words
from motcua.faces.design.units import unit_name
from motcua.faces.portal import attempts, commands
from motcua.faces.portal.screens import screen
from motcua.faces.portal.support import proofs, wording
from motcua.kit import clock
from motcua.kit.access import Actor
from motcua.kit.commands import By
from motcua.kit.faults import Fault, NotFound
from motcua.kit.guards import public
from motcua.rules.worktime import shown_due

Act = Callable[[By, str, HttpRequest], Outcome]
ACTS: dict[str, Act] = {
    "supply": lambda by, code, request: supply(
        by=by, code=code, words=request.POST.get("words", "")
    ),
    "reopen": lambda by, code, request: reopen_petition(
        by=by, code=code, words=request.POST.get("words", "")
    ),
    "rate": lambda by, code, request: rate_petition(
        by=by, code=code, satisfied=request.POST.get("helped") == "yes",
        comment=request.POST.get("comment", ""),
    ),
}  # fmt: skip


@public
@sensitive_post_parameters("secret")
@require_http_methods(["GET", "HEAD", "POST"])
def track(request: HttpRequest) -> HttpResponse:
    """Ask for code and secret; a right pair shows the petition, all wrong ones look the same."""
    if request.method != "POST":
        return _ask(request, request.GET.get("ma", ""))
    code = proofs.typed(request.POST.get("code", ""))
    attempts.refuse_if_locked(request, code)
    try:
        actor = petitions.holder(
            code=code, secret=request.POST.get("secret", "")[: proofs.SECRET_MOST]
        )
    except NotFound:
        attempts.count_failure(request, code)
        return _ask(request, code, status=404)
    return _show(request, actor, petitions.card(code), proofs.proof_of(SECRET, code))


@public
@require_http_methods(["GET", "HEAD", "POST"])
def petition(request: HttpRequest, code: str) -> HttpResponse:
    """Show it to its account, or by POST to whoever has proved to know its secret; do its acts."""
    code = proofs.typed(code)
    actor, shown, proof = _opened(request, code)
    act = ACTS.get(request.POST.get("act", ""))
    if act is None:
        return _show(request, actor, shown, proof)
    try:
        act(proofs.by(request, actor), code, request)
    except commands.FormBroken:
        raise
    except Fault as fault:
        return _show(request, actor, shown, proof, fault=str(fault), status=fault.status)
    if not proof:
        return HttpResponseRedirect(reverse("portal:petition", args=[code]), status=303)
    done = gettext("Thank you. It is written down.")
    return _show(request, actor, petitions.card(code), proofs.proof_of(SECRET, code), done=done)


@public
@require_http_methods(["GET", "HEAD", "POST"])
def photo(request: HttpRequest, code: str) -> StreamingHttpResponse:
    """Send the picture back to the one who sent it."""
    _, shown, _ = _opened(request, proofs.typed(code))
    paper = petitions.photo(shown)
    if paper is None:
        raise NotFound
    response = StreamingHttpResponse(vault.content(paper), content_type=paper.media_type)
    response.headers["Content-Length"] = str(paper.size)
    response.headers["Cache-Control"] = "no-store"
    return response


def _opened(request: HttpRequest, code: str) -> tuple[Actor, PetitionCard, str]:
    """Return who looks, at what, and the proof, "" for an account. Raises NotFound."""
    citizen = proofs.self_of(request)
    if citizen is not None and not request.POST.get("proof"):
        shown = petitions.card(code)
        if not petitions.is_of(citizen, shown):
            raise NotFound
        return citizen, shown, ""
    actor = proofs.holder(request, SECRET, code)
    return actor, petitions.card(code), request.POST["proof"]


def _show(
    request: HttpRequest, actor: Actor, shown: PetitionCard, proof: str, *, done: str = "",
    fault: str = "", status: int = 200,
) -> HttpResponse:  # fmt: skip
    at = clock.now()
    context = {
        "shown": shown, "proof": proof, "done": done, "fault": fault,
        "kind": kind_words(shown.kind), "state": state_words(shown.state),
        "tone": wording.TONES[shown.state], "unit": unit_name(shown.unit_id),
        "story": wording.story(petitions.history(shown.code)), "key": commands.new_key(),
        "may_reopen": shown.may_reopen(at), "may_rate": shown.may_rate(),
        "overdue": shown.due_at is not None and shown.resolve_due_at < at,
        "answer_by": shown_due(shown.resolve_due_at, units.work_calendar(shown.unit_id)),
        "photo": petitions.photo(shown),
    }  # fmt: skip
    return screen(request, "support/petition", context, tab="petitions", status=status)


def _ask(request: HttpRequest, typed: str, status: int = 200) -> HttpResponse:
    words = gettext("No petition fits this code and secret. Check both.")
    shown = "".join(sign for sign in typed[: proofs.CODE_MOST] if sign.isprintable())
    context = {"typed": shown, "faults": [] if status == 200 else [("code", words)]}
    return screen(request, "support/petition_track", context, tab="petitions", status=status)
