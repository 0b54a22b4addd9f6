# SPDX-License-Identifier: Apache-2.0
"""What stands on a paper just sent: the machine proposes, the person who sent it confirms."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from motcua.domains.dossiers.queries.applicant import DraftCard
from motcua.domains.dossiers.queries.card import draft_attachments
from motcua.domains.vault import queries as vault
from motcua.domains.vault.acts.describe_paper import describe_paper
from motcua.domains.vault.queries import OwnPaper
from motcua.faces.design.paper_record import DATES, TEXTS, proposal, read, typed
from motcua.faces.design.paper_words import reading_words
from motcua.faces.portal import commands, drafts
from motcua.faces.portal.screens import applicant_of, screen
from motcua.kit import clock
from motcua.kit.faults import Fault, NotFound
from motcua.kit.guards import public


@public
@require_http_methods(["GET", "HEAD", "POST"])
def record(request: HttpRequest, paper: UUID) -> HttpResponse:
    """Show what the machine read off a paper of the draft, or keep what its sender confirmed."""
    one = _own(drafts.current(request), paper)
    if request.method != "POST":
        return _show(request, one)
    key = commands.key_of(request)
    try:
        described = read(request.POST)
        describe_paper(
            actor=applicant_of(request), at=clock.now(), key=key, code=paper, record=described
        )
    except Fault as fault:
        return _show(request, one, fault)
    return HttpResponseRedirect(reverse("portal:papers"), status=303)


def _own(draft: DraftCard, code: UUID) -> OwnPaper:
    """Return the paper if it was sent with this very draft. Raises NotFound."""
    laid = any(line.paper_code == code for line in draft_attachments(draft.id))
    one = vault.described(code)
    if not laid or one.origin_dossier:
        raise NotFound
    return one


def _show(request: HttpRequest, one: OwnPaper, fault: Fault | None = None) -> HttpResponse:
    reading = vault.reading_of(one.id)
    context = {
        "one": one,
        "reading": reading,
        "words": reading_words(reading),
        "waits": reading is not None and reading.state == "waiting",
        "form": typed(request.POST) if fault else proposal(one, reading),
        "faults": [(None, str(fault))] if fault else [],
        "texts": TEXTS,
        "dates": DATES,
        "key": commands.new_key(),
        "back": reverse("portal:papers"),
    }
    status = fault.status if fault else 200
    return screen(request, "paper_record", context, tab="find", status=status)
