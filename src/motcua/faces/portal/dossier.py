# SPDX-License-Identifier: Apache-2.0
"""One dossier as its applicant follows it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from motcua.domains.dossiers.keeping import may_keep
from motcua.domains.dossiers.queries import signatures
from motcua.domains.dossiers.queries.applicant import secret_of
from motcua.domains.dossiers.queries.linkages import linkage_of
from motcua.domains.notices import queries as notices
from motcua.faces.portal import commands, rights
from motcua.faces.portal.dossier_view import dossier_view
from motcua.faces.portal.rights import Holder
from motcua.faces.portal.screens import citizen_of, screen
from motcua.faces.portal.slips import issued_to
from motcua.kit import clock
from motcua.kit.guards import public

MESSAGE_STATES = {
    "waiting": (gettext_lazy("queued"), "calm"),
    "posted": (gettext_lazy("queued"), "calm"),
    "sent": (gettext_lazy("sent, no receipt yet"), "calm"),
    "delivered": (gettext_lazy("delivered"), "done"),
    "failed": (gettext_lazy("not delivered"), "late"),
}


@public
@require_http_methods(["GET", "HEAD", "POST"])
def dossier(request: HttpRequest, code: str) -> HttpResponse:
    """Show a dossier to its account, or by POST to whoever has just proved to hold its receipt.

    A guest without proof is asked for it, whether the code exists or not.
    """
    if citizen_of(request) is None and not request.POST.get("proof"):
        return HttpResponseRedirect(f"{reverse('portal:track')}?ma={code[:60]}", status=303)
    return show(request, rights.holder_of(request, code))


def show(
    request: HttpRequest,
    holder: Holder,
    *,
    done: str = "",
    note: str = "",
    fault: str = "",
    status: int = 200,
) -> HttpResponse:
    """Render the page; `done` and `fault` tell what the last act came to, `note` why none did."""
    context = {
        "holder": holder,
        "shown": holder.shown,
        "view": dossier_view(holder.shown, clock.now()),
        "done": done,
        "note": note,
        "may_keep": _may_keep(request, holder),
        "rate_key": commands.new_key(),
        "new_key": commands.new_key,
        "fault": fault,
        "slips": issued_to(holder.shown.id),
        "linked": linkage_of(holder.shown.id),
        "signatures": signatures.of_dossier(holder.shown.id),
        "messages": notices.messages_about(holder.shown.code),
        "message_states": MESSAGE_STATES,
    }
    return screen(
        request, "dossier", context, tab="track" if holder.proof else "mine", status=status,
        subjects=[holder.shown.code],
    )  # fmt: skip


def _may_keep(request: HttpRequest, holder: Holder) -> bool:
    """Say whether the reader, here by the secret, may have the dossier in their own account."""
    citizen, code = citizen_of(request), holder.shown.code
    return bool(holder.proof) and citizen is not None and may_keep(citizen, code, secret_of(code))
