# SPDX-License-Identifier: Apache-2.0
"""What belongs to the signed-in citizen: dossiers, drafts and notices."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from motcua.domains.dossiers.queries import applicant as dossiers
from motcua.domains.dossiers.queries import linkages
from motcua.domains.notices import queries as notices
from motcua.domains.notices.acts.mark_read import mark_read
from motcua.domains.procedures import queries as procedures
from motcua.faces.portal.screens import screen
from motcua.kit import clock
from motcua.kit.guards import citizen_required


@citizen_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """List the citizen's drafts and dossiers, newest first."""
    account_id = request.actor.account_id
    rows = dossiers.own_dossiers(account_id)
    drafts = dossiers.own_drafts(account_id, at=clock.now())
    linked = linkages.own_linkages(account_id)
    context = {
        "linked": [(row, procedures.title(row.version_id)) for row in linked],
        "rows": [(row, procedures.title(row.version_id)) for row in rows],
        "drafts": [(draft, procedures.title(draft.version_id)) for draft in drafts],
        "unread": notices.unread_count(account_id),
    }
    return screen(request, "mine", context, tab="mine")


@citizen_required
@require_http_methods(["GET", "HEAD", "POST"])
def told(request: HttpRequest) -> HttpResponse:
    """List the notices; POST marks them read."""
    account_id = request.actor.account_id
    if request.method == "POST":
        mark_read(account_id=account_id, at=clock.now())
        return HttpResponseRedirect(reverse("portal:notices"), status=303)
    return screen(request, "notices", {"notices": notices.latest(account_id)}, tab="notices")
