# SPDX-License-Identifier: Apache-2.0
"""The applicant lets the result be returned at another counter of the province."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_http_methods

from motcua.domains.dossiers.acts.redirect_return import redirect_return
from motcua.domains.dossiers.handing import OVER
from motcua.domains.units import queries as units
from motcua.faces.design.units import name_of
from motcua.faces.portal import commands, rights
from motcua.faces.portal.acting import after
from motcua.faces.portal.rights import Holder
from motcua.faces.portal.screens import screen
from motcua.kit.faults import Fault, NotAllowedNow
from motcua.kit.guards import public

NUMBER_DIGITS = 18


class CounterMissing(Fault):
    """No counter was chosen."""

    sentence = gettext_lazy("Choose the counter where you want to take the result.")


@public
@require_http_methods(["GET", "HEAD", "POST"])
def move_return(request: HttpRequest, code: str) -> HttpResponse:
    """Offer the counters of the province; take the chosen one."""
    holder = rights.holder_of(request, code)
    if "counter" not in request.POST:
        if holder.shown.status in OVER:
            raise NotAllowedNow
        return _show(request, holder)
    by = commands.by(request, holder.actor)
    try:
        redirect_return(by=by, code=holder.shown.code, unit_id=_counter(request))
    except Fault as fault:
        return _show(request, holder, str(fault), fault.status)
    return after(request, holder, gettext("The place of return was changed."))


def _counter(request: HttpRequest) -> int:
    """Return the chosen counter. Raises CounterMissing."""
    chosen = request.POST["counter"]
    if not (chosen.isascii() and chosen.isdigit() and len(chosen) <= NUMBER_DIGITS):
        raise CounterMissing
    return int(chosen)


def _show(request: HttpRequest, holder: Holder, fault: str = "", status: int = 200) -> HttpResponse:
    shown = holder.shown
    counters = [
        (str(card.id), name_of(card))
        for card in units.one_stops()
        if card.id != shown.return_unit_id
    ]
    context = {
        "holder": holder, "shown": shown, "counters": counters, "fault": fault,
        "now_at": name_of(units.agency(shown.return_unit_id)),
        "chosen": request.POST.get("counter", ""), "key": commands.new_key(),
    }  # fmt: skip
    return screen(
        request, "move_return", context, tab="track" if holder.proof else "mine", status=status
    )
