# SPDX-License-Identifier: Apache-2.0
"""The page of one dossier: what it is, what lies in it, and what its reader may do now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_safe

from motcua.domains.dossiers.acts.ask_supplement import latest
from motcua.domains.dossiers.acts.issue_slip import may_issue
from motcua.domains.dossiers.queries.card import DossierCard
from motcua.domains.dossiers.queries.slips import slips
from motcua.domains.units import queries as units
from motcua.faces.desk.assigning import assigned
from motcua.faces.desk.dossier_view import DossierView, dossier_view, relevant
from motcua.faces.desk.linked import linked
from motcua.faces.desk.money.fee import fee_view, money_moved
from motcua.faces.desk.naming import name_of
from motcua.faces.desk.onward import just_done
from motcua.faces.desk.outgoing import outgoing
from motcua.faces.desk.screens import dossier_for, log, screen
from motcua.faces.desk.slips import slip_choices
from motcua.kit import clock
from motcua.kit.access import Actor
from motcua.kit.clock import VN
from motcua.kit.faults import Fault
from motcua.kit.guards import official_required
from motcua.rules.worktime import due, parse_limit

SUPPLEMENT_TIME: Final = parse_limit("10wd")
EXTENSION_TIME: Final = parse_limit("3wd")
CONSULTING_TIME: Final = "3wd"
CONSULTING_DAYS: Final = (1, 2, 3, 5, 7, 10, 15)
WAYS_OF_RETURN: Final = {
    "counter": gettext_lazy("Handed over at the counter"),
    "post": gettext_lazy("Sent by post"),
    "online": gettext_lazy("Sent online"),
}
ASKING: Final = frozenset(
    {"ask_supplement", "request_second_supplement", "decide_second_supplement"}
)
HIDDEN: Final = frozenset({"key", "seen", "csrfmiddlewaretoken", "action", "unit", "amount"})


@official_required
@require_safe
def dossier(request: HttpRequest, code: str) -> HttpResponse:
    """Show a dossier to the officials of its units and of the units asked about it."""
    return show(request, dossier_for(request.actor, code))


def refused(request: HttpRequest, code: str, verb: str, fault: Fault) -> HttpResponse:
    """Show the dossier as it is now, the refusal on top and what was typed still there.

    Raises NotFound for those who have nothing to do with the dossier.
    """
    shown = dossier_for(request.actor, code)
    return show(request, shown, verb=verb, fault=fault)


def show(
    request: HttpRequest, shown: DossierCard, *, verb: str = "", fault: Fault | None = None
) -> HttpResponse:
    """Return the page; `verb` and `fault` say which act was refused and why."""
    actor, at = request.actor, clock.now()
    log(actor, "dossier", [shown.code])
    view, issued = dossier_view(actor, shown, at), slips(shown.id)
    typed, out = request.POST if fault else QueryDict(), outgoing(actor, shown)
    money = fee_view(actor, shown, view.bill, at)
    moved = money_moved(actor, view.bill, money.refunds)
    context = {
        "shown": shown,
        "view": view,
        "linked": linked(actor, shown, at),
        "out": out,
        "money": money,
        "assigned": assigned(actor, shown),
        "done": None if fault else just_done(actor, view.events, moved, at),
        "verb": verb,
        "fault": str(fault) if fault else "",
        "typed": typed,
        "left_over": [] if verb in out.verbs or _is_offered(view, verb) else _words(typed),
        "key": lambda: str(uuid4()),
        "slips": issued,
        "slip_choices": slip_choices(issued) if may_issue(actor, shown) else [],
        **_choices(actor, shown, view, at),
    }
    return screen(request, "dossier", context, status=fault.status if fault else 200)


def _is_offered(view: DossierView, verb: str) -> bool:
    offers = view.offers
    return (
        verb in offers.verbs
        or (verb == "advance" and bool(offers.moves))
        or (verb == "answer_consultation" and bool(offers.answer_for))
    )


def _words(typed: QueryDict) -> list[str]:
    """Return the texts of a form whose act is no longer possible, so that nobody loses work."""
    return [value for name in typed if name not in HIDDEN for value in typed.getlist(name) if value]


def _choices(
    actor: Actor, shown: DossierCard, view: DossierView, at: datetime
) -> Mapping[str, Any]:
    """Return what the offered forms let choose from; only those forms cost anything."""
    verbs, calendar = view.offers.verbs, units.work_calendar(shown.competent_unit_id)
    choices: dict[str, Any] = {"ways_of_return": list(WAYS_OF_RETURN.items())}
    if verbs & ASKING:
        until = due(received_at=at, limit=SUPPLEMENT_TIME, calendar=calendar)
        late = shown.received_at is not None and at > latest(shown.received_at, calendar)
        choices |= {
            "asked_of": list(relevant(shown)),
            "until_on": until.date(),
            "asking_late": late,
        }
    if "consult" in verbs:
        choices |= _to_consult(shown)
    if "extend" in verbs and shown.due_at is not None:
        later = due(received_at=shown.due_at, limit=EXTENSION_TIME, calendar=calendar)
        choices |= {"later": later.astimezone(VN)}
    return choices


def _to_consult(shown: DossierCard) -> dict[str, Any]:
    """Return the units to choose from, those the procedure proposes first and ticked."""
    proposed = set(shown.version.workflow.steps[shown.step].consulted)
    others = [
        card
        for card in units.agencies()
        if card.kind != "service_centre" and card.id != shown.competent_unit_id
    ]
    named = [(str(card.id), name_of(card), card) for card in others]
    first = [one for one in named if one[2].code in proposed]
    rest = [one for one in named if one[2].code not in proposed]
    groups = [
        (gettext("Proposed by the procedure"), first),
        (gettext("Units of the province"), [one for one in rest if one[2].level != "commune"]),
        (gettext("Communes and wards"), [one for one in rest if one[2].level == "commune"]),
    ]
    return {
        "units_to_ask": [
            (title, [(id_, name) for id_, name, _ in listed]) for title, listed in groups if listed
        ],
        "proposed": [id_ for id_, _, _ in first],
        "within": [(f"{n}wd", n) for n in CONSULTING_DAYS],
        "within_default": CONSULTING_TIME,
    }
