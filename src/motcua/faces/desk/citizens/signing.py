# SPDX-License-Identifier: Apache-2.0
"""Somebody without e-ID signs an application on paper before an officer."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.translation import gettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from motcua.domains.dossiers import answer_files
from motcua.domains.dossiers.acts.sign_on_paper import sign_on_paper
from motcua.domains.dossiers.invitations import InvitationOver
from motcua.domains.dossiers.queries import signatures
from motcua.domains.dossiers.queries.card import PaperLine, draft_attachments
from motcua.domains.dossiers.queries.signatures import Invitation
from motcua.domains.procedures import queries as procedures
from motcua.domains.vault import queries as vault
from motcua.faces.design.form_view import Upload
from motcua.faces.desk import posted
from motcua.faces.desk.papers import streamed
from motcua.faces.desk.saying import sections
from motcua.faces.desk.screens import log, screen
from motcua.kit import clock
from motcua.kit.access import Role
from motcua.kit.faults import Fault, NotFound
from motcua.kit.guards import role_required

CODE_MOST, NUMBER_MOST = 8, 12


@role_required(Role.COUNTER)
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Offer what can be done here for somebody who came in person."""
    return _start(request)


def _start(request: HttpRequest, *, fault: Fault | None = None, done: str = "") -> HttpResponse:
    context = {
        "fault": str(fault) if fault else "", "done": done, "code": request.POST.get("code", ""),
    }  # fmt: skip
    status = fault.status if fault else 200
    return screen(request, "citizens/overview", context, tab="citizens", status=status)


@sensitive_post_parameters("personal_id")
@role_required(Role.COUNTER)
@require_POST
def sign(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """Show the application behind an invitation or a paper of it, or record the signature given.

    Number and invitation come by POST: neither stands in an address.
    """
    at = clock.now()
    try:
        code = posted.text(request.POST, "code").strip().upper()[:CODE_MOST]
        number = posted.text(request.POST, "personal_id").strip()[:NUMBER_MOST]
        found = signatures.invitation(code, number, at)
        if found.dossier_code:
            raise InvitationOver
        if "open" in request.POST:
            return _paper(request, found, posted.text(request.POST, "open"))
        if request.POST.get("answer") != "signed":
            return _show(request, found, number)
        seen = request.POST.get("seen", "")[:64]
        sign_on_paper(actor=request.actor, at=at, code=code, personal_id=number, seen=seen)
    except Fault as fault:
        return _start(request, fault=fault)
    words = gettext("The signature of %(name)s was recorded.") % {"name": found.full_name}
    return _start(request, done=words)


def _paper(request: HttpRequest, found: Invitation, code: str) -> StreamingHttpResponse:
    """Open a paper of the application for the person who is to sign it. Raises NotFound."""
    laid = {str(line.paper_code): line for line in draft_attachments(found.draft_id)}
    if code not in laid:
        raise NotFound
    sent = streamed(vault.paper(laid[code].paper_code))
    log(request.actor, "paper", [found.filler_code], purpose="signing")
    return sent


def _show(request: HttpRequest, found: Invitation, number: str) -> HttpResponse:
    log(request.actor, "sign", [found.filler_code], purpose="signing")
    version = procedures.version(found.version_id)
    laid, titles = draft_attachments(found.draft_id), answer_files.titles(version)
    context = {
        "found": found,
        "number": number,
        "version": version,
        "sections": sections(version.form, found.answers, _named(laid)),
        "papers": [(titles.get(line.component_code), line) for line in laid],
    }
    return screen(request, "citizens/sign", context, tab="citizens")


def _named(laid: Iterable[PaperLine]) -> dict[str, Upload]:
    """Return the files of a draft by reference; they open from the list of papers below."""
    return {str(one.paper_code): Upload(str(one.paper_code), one.file_name, one.size)
            for one in laid}  # fmt: skip
