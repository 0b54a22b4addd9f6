# SPDX-License-Identifier: Apache-2.0
"""The inbox over model rows, and a minimal public view with one ORM read."""

from __future__ import annotations

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import escape

from motcua.domains.dossiers.models import Dossier
from motcua.domains.procedures.models import ProcedureVersion
from motcua.faces.desk.naming import unit_name
from motcua.kit import clock
from motcua.kit.access import log_view
from motcua.kit.guards import official_required, public

UNREAD = ("answers", "components", "search", "version__config", "version__facts")


@official_required
def inbox(request: HttpRequest) -> HttpResponse:
    """Show the first sixty dossiers before the reader's posts; heavy columns stay unread."""
    mine = Q()
    for post in request.actor.posts:
        mine |= Q(desk_unit_id=post.unit_id, desk_role=post.role)
    found = Dossier.objects.filter(mine).select_related("version").defer(*UNREAD)
    rows = list(found.order_by("queue_due_at", "id")[:61])
    at = clock.now()
    codes = [row.code for row in rows[:60]]
    log_view(actor=request.actor, at=at, page="rival", purpose="handling", subjects=codes)
    unit = unit_name(request.actor.posts[0].unit_id)
    context = {"rows": rows[:60], "more": len(rows) > 60, "unit": unit, "at": at}
    return render(request, "rival/inbox.html", context, using="rival")


@public
def procedure(request: HttpRequest, code: str) -> HttpResponse:
    """Show the title of a procedure."""
    version = ProcedureVersion.objects.defer("config", "facts").get(
        procedure_id=code, valid_to=None
    )
    return HttpResponse(f"<h1>{escape(version.title_vi)}</h1>")
