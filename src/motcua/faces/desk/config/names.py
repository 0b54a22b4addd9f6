# SPDX-License-Identifier: Apache-2.0
"""The names of an agency over time, and the next one."""

from __future__ import annotations

from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from motcua.domains.units import queries as units
from motcua.domains.units.acts.rename_agency import Name, rename_agency
from motcua.faces.design.units import name_of
from motcua.faces.desk import posted
from motcua.faces.desk.config import frame
from motcua.faces.desk.screens import screen
from motcua.kit.access import Role
from motcua.kit.faults import Fault, NotFound
from motcua.kit.guards import role_required


@role_required(Role.CONFIGURATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def names(request: HttpRequest) -> HttpResponse:
    """Show the names of the chosen agency; POST gives it another from a day on."""
    return frame.answer(request, _rename, _show)


def _rename(request: HttpRequest) -> dict[str, str]:
    form, by = request.POST, posted.by(request)
    unit_id = posted.number(form, "unit")
    name = Name(
        vi=posted.text(form, "vi"), en=posted.text(form, "en"), short=posted.text(form, "short"),
        decided_by=posted.text(form, "decision"),
    )  # fmt: skip
    rename_agency(
        actor=by.actor, at=by.at, key=by.key, agency_id=unit_id, name=name,
        valid_from=posted.day(form, "from"),
    )  # fmt: skip
    return {"unit": str(unit_id)}


def _show(request: HttpRequest, fault: Fault | None) -> HttpResponse:
    choices = {str(card.id): name_of(card) for card in units.agencies()}
    form = request.POST if request.method == "POST" else request.GET
    chosen = form.get("unit", "")
    if chosen and chosen not in choices:
        raise NotFound
    context = {
        "choices": list(choices.items()),
        "chosen": chosen,
        "listed": units.names_of(int(chosen)) if chosen else (),
        "typed": request.POST,
        "fault": str(fault) if fault else "",
        "done": "done" in request.GET,
        "key": uuid4(),
    }
    return screen(
        request, "config/names", context, tab="names", status=fault.status if fault else 200
    )
