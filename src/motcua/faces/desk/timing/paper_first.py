# SPDX-License-Identifier: Apache-2.0
"""Results handed over on paper first: recording one, and the daily list of those to reconcile."""

from __future__ import annotations

from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.views.decorators.http import require_http_methods, require_safe

from motcua.domains.dossiers.acts.record_paper_first import (
    Handed,
    must_be_recordable,
    record_paper_first,
)
from motcua.domains.dossiers.queries.card import DossierCard
from motcua.domains.dossiers.queries.paper_first import PaperFirstCard, to_reconcile
from motcua.domains.procedures import queries as procedures
from motcua.domains.units import queries as units
from motcua.faces.design.uploads import ACCEPTED, MOST_BYTES, safe_name
from motcua.faces.desk import posted
from motcua.faces.desk.naming import minutes_words, unit_name
from motcua.faces.desk.screens import dossier_for, log, screen
from motcua.kit import clock
from motcua.kit.access import NotPermitted
from motcua.kit.clock import VN
from motcua.kit.faults import Fault
from motcua.kit.guards import official_required
from motcua.rules.workflow import Status
from motcua.rules.worktime import working_minutes_between


@official_required
@require_safe
def paper_first_list(request: HttpRequest) -> HttpResponse:
    """Show what still has to be reconciled in the reader's units, the longest waiting first."""
    actor = request.actor
    cards = to_reconcile(sorted(actor.working_units))
    log(actor, "paper_first", [card.code for card in cards])
    context = {"rows": [_row(card) for card in cards]}
    return screen(request, "timing/paper_first_list", context, tab="paper_first")


def _row(card: PaperFirstCard) -> tuple[PaperFirstCard, object, str, str, bool]:
    calendar = units.work_calendar(card.competent_unit_id)
    waits = working_minutes_between(card.recorded_at, clock.now(), calendar)
    return (
        card, procedures.title(card.version_id), unit_name(card.competent_unit_id),
        minutes_words(waits), card.status == Status.RETURNED,
    )  # fmt: skip


@official_required
@require_http_methods(["GET", "HEAD", "POST"])
def paper_first_form(request: HttpRequest, code: str) -> HttpResponse:
    """Record a hand-over on paper; what was typed stays when it is refused.

    The form is for those who may record it, while there is something to record.
    """
    shown = dossier_for(request.actor, code)
    if request.method != "POST":
        must_be_recordable(request.actor, shown)
        return _form(request, shown, QueryDict(), None)
    try:
        record_paper_first(by=posted.by(request), code=code, handed=_handed(request))
    except NotPermitted:
        raise
    except Fault as fault:
        return _form(request, shown, request.POST, fault)
    return HttpResponseRedirect(f"/desk/{code}", status=303)


def _handed(request: HttpRequest) -> Handed:
    form, scan = request.POST, request.FILES.get("scan")
    return Handed(
        at=posted.moment(form, "on", "at"),
        to=posted.text(form, "to"),
        why=posted.text(form, "why"),
        file_name=safe_name(scan.name or "") if scan else "",
        scan=scan.chunks() if scan else (),
    )


def _form(
    request: HttpRequest, shown: DossierCard, typed: QueryDict, fault: Fault | None
) -> HttpResponse:
    log(request.actor, "paper_first_form", [shown.code])
    context = {
        "shown": shown,
        "typed": typed,
        "now": clock.now().astimezone(VN),
        "fault": str(fault) if fault else "",
        "key": str(uuid4()),
        "accepted": ACCEPTED,
        "most_bytes": MOST_BYTES,
    }
    status = fault.status if fault else 200
    return screen(request, "timing/paper_first_form", context, status=status)
