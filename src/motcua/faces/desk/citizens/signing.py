# SPDX-License-Identifier: Apache-2.0
"""Somebody without e-ID signs an application on paper before an officer."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from motcua.domains.dossiers.acts.sign_on_paper import sign_on_paper
from motcua.domains.dossiers.invitations import InvitationOver
from motcua.domains.dossiers.queries import signatures
from motcua.domains.dossiers.queries.card import PaperLine, draft_attachments
from motcua.domains.dossiers.queries.signatures import Invitation
from motcua.domains.procedures import queries as procedures
from motcua.faces.design.form_view import Upload
from motcua.faces.desk import posted
from motcua.faces.desk.saying import sections
from motcua.faces.desk.screens import log, screen
from motcua.kit import clock
from motcua.kit.access import Role
from motcua.kit.faults import Fault
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
def sign(request: HttpRequest) -> HttpResponse:
    """Show the application behind an invitation, or record the signature that was given.

    Number and invitation come by POST: neither stands in an address.
    """
    code = posted.text(request.POST, "code").strip().upper()[:CODE_MOST]
    number = posted.text(request.POST, "personal_id").strip()[:NUMBER_MOST]
    at = clock.now()
    try:
        found = signatures.invitation(code, number, at)
        if found.dossier_code:
            raise InvitationOver
        if request.POST.get("answer") != "signed":
            return _show(request, found, number)
        seen = request.POST.get("seen", "")[:64]
        sign_on_paper(actor=request.actor, at=at, code=code, personal_id=number, seen=seen)
    except Fault as fault:
        return _start(request, fault=fault)
    words = gettext("The signature of %(name)s was recorded.") % {"name": found.full_name}
    return _start(request, done=words)


def _show(request: HttpRequest, found: Invitation, number: str) -> HttpResponse:
    log(request.actor, "sign", [found.filler_code], purpose="signing")
    version = procedures.version(found.version_id)
    laid = draft_attachments(found.draft_id)
    listed = {kind.code for kind in version.papers}
    context = {
        "found": found,
        "number": number,
        "version": version,
        "sections": sections(version.form, found.answers, _named(laid)),
        "papers": [line.file_name for line in laid if line.component_code in listed],
    }
    return screen(request, "citizens/sign", context, tab="citizens")


def _named(laid: Iterable[PaperLine]) -> dict[str, Upload]:
    """Return the files of a draft by reference; they are named here, and open at the signer's."""
    return {str(one.paper_code): Upload(str(one.paper_code), one.file_name, one.size)
            for one in laid}  # fmt: skip
