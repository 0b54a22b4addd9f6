# SPDX-License-Identifier: Apache-2.0
"""Signing together: inviting from the last check, and reading, confirming or declining."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from motcua.domains.dossiers.acts.confirm_signing import confirm_signing
from motcua.domains.dossiers.acts.decline_signing import decline_signing
from motcua.domains.dossiers.acts.invite_signer import invite_signer
from motcua.domains.dossiers.ledger import By
from motcua.domains.dossiers.queries import signatures
from motcua.domains.dossiers.queries.card import draft_attachments
from motcua.domains.dossiers.queries.signatures import Invitation
from motcua.domains.vault import queries as vault
from motcua.faces.portal import commands, drafts
from motcua.faces.portal.account.application import application_view
from motcua.faces.portal.commands import FormBroken
from motcua.faces.portal.screens import applicant_of, screen
from motcua.faces.portal.sent_files import streamed
from motcua.kit import clock
from motcua.kit.access import log_view
from motcua.kit.faults import Fault, NotFound
from motcua.kit.guards import citizen_required

CODE_MOST = 8


@citizen_required
@require_POST
def invite(request: HttpRequest) -> HttpResponse:
    """Invite one signer of the draft in progress and go back to the last check."""
    draft = drafts.current(request)
    by = By(applicant_of(request), clock.now(), commands.key_of(request))
    invite_signer(by=by, draft_id=draft.id, signer=request.POST.get("signer", "")[:40])
    return HttpResponseRedirect(f"{reverse('portal:check')}#signatures", status=303)


@citizen_required
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, code: str) -> HttpResponse:
    """Show the whole application to the invited person; POST takes yes or no.

    Whoever acts for somebody else signs in their own name all the same.
    """
    personal_id = signatures.personal_id_of(request.actor)
    found = signatures.invitation(code.upper()[:CODE_MOST], personal_id, clock.now())
    if request.method != "POST":
        return _show(request, found)
    try:
        _answer(request, found)
    except Fault as fault:
        fresh = signatures.invitation(found.code, personal_id, clock.now())
        return _show(request, fresh, fault=fault)
    return HttpResponseRedirect(f"{reverse('portal:sign', args=[found.code])}", status=303)


def _answer(request: HttpRequest, found: Invitation) -> None:
    at, said = clock.now(), request.POST.get("answer", "")
    if said == "confirm":
        seen = request.POST.get("seen", "")[:64]
        confirm_signing(actor=request.actor, at=at, code=found.code, seen=seen)
    elif said == "decline":
        reason = request.POST.get("reason", "")
        decline_signing(actor=request.actor, at=at, code=found.code, reason=reason)
    else:
        raise FormBroken


@citizen_required
@require_safe
def paper(request: HttpRequest, code: str, paper: UUID) -> StreamingHttpResponse:
    """Send a paper of the application to who is to sign it, or has signed it with this paper."""
    personal_id = signatures.personal_id_of(request.actor)
    found = signatures.invitation(code.upper()[:CODE_MOST], personal_id, clock.now())
    laid = draft_attachments(found.draft_id) if found.is_readable else ()
    if all(line.paper_code != paper for line in laid):
        raise NotFound
    sent = streamed(vault.paper(paper))
    _log(request, found, "portal/signed_paper")
    return sent


def _log(request: HttpRequest, found: Invitation, page: str) -> None:
    """Write into the ledger that the invited person has seen the application or a paper of it."""
    log_view(
        actor=request.actor, at=clock.now(), page=page,
        purpose="signed" if found.dossier_code else "signing",
        subjects=[found.dossier_code or found.filler_code],
    )  # fmt: skip


def _show(request: HttpRequest, found: Invitation, *, fault: Fault | None = None) -> HttpResponse:
    _log(request, found, "portal/sign")
    context = {
        "found": found,
        "view": application_view(found),
        "fault": str(fault) if fault else "",
        "states": {
            "invited": gettext("It was submitted; your signature was not needed any more.")
            if found.dossier_code
            else gettext("It waits for your answer."),
            "confirmed": gettext("You have confirmed this application."),
            "declined": gettext("You have declined."),
        },
    }
    status = fault.status if fault else 200
    return screen(request, "account/sign", context, tab="mine", status=status)
