# SPDX-License-Identifier: Apache-2.0
"""Lists of several dossiers as PDF: hand-over lists and common receipts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from motcua.domains.dossiers.queries import bundles, handovers
from motcua.domains.dossiers.slips import printing
from motcua.domains.dossiers.slips.bundle import bundle_values
from motcua.domains.dossiers.slips.handover import list_values
from motcua.faces.desk.screens import dossier_for, log
from motcua.kit.faults import NotFound
from motcua.kit.guards import official_required


@official_required
@require_safe
def handover_file(request: HttpRequest, code: str) -> HttpResponse:
    """Send a hand-over list to the people of its two units."""
    shown = handovers.handover(code)
    if not handovers.may_see(request.actor, shown):
        raise NotFound
    log(request.actor, "handover", [row.code for row in shown.rows])
    return _sent(list_values(shown), code)


@official_required
@require_safe
def bundle_file(request: HttpRequest, code: str) -> HttpResponse:
    """Send a common receipt to those who may see every dossier on it."""
    shown = bundles.bundle(code)
    for dossier in shown.dossiers:
        dossier_for(request.actor, dossier)
    log(request.actor, "receipt", list(shown.dossiers))
    return _sent(bundle_values(shown), code)


def _sent(values: Mapping[str, Any], code: str) -> HttpResponse:
    response = HttpResponse(printing.pdf(values), content_type="application/pdf")
    response.headers["Content-Disposition"] = content_disposition_header(False, f"{code}.pdf")
    response.headers["Cache-Control"] = "private, no-store"
    return response
