# SPDX-License-Identifier: Apache-2.0
"""Who looked at my data, when, in which post and why: the ledger as its subject reads it.

Officials are named: whoever uses a citizen's data in office answers for it by name, as the history
of a dossier names them too. What else stood on the same page is not told.
Source: Law 91/2025/QH15 (the right to know how one's data is used).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from motcua.domains.dossiers.queries import applicant as dossiers
from motcua.domains.dossiers.queries import signatures
from motcua.domains.people import queries as people
from motcua.domains.units import queries as units
from motcua.faces.design.units import name_of
from motcua.faces.portal import wording
from motcua.faces.portal.screens import applicant_of, screen
from motcua.kit.access import REPRESENTATIVE, Actor
from motcua.kit.faults import NotFound
from motcua.kit.guards import citizen_required
from motcua.kit.looks import Look
from motcua.kit.looks import looks as ledger

NUMBER = re.compile(r"\d{1,18}", re.ASCII)
LINES = 50
PURPOSES = {
    "handling": gettext_lazy("To handle your dossier"),
    "representing": gettext_lazy("Acting for you"),
    "signing": gettext_lazy("To sign your application"),
    "signed": gettext_lazy("Signed it together with you"),
    "own": gettext_lazy("You yourself"),
    "operating": gettext_lazy("To keep the system running"),
    "reporting": gettext_lazy("For a report or the register of the unit"),
    "reception": gettext_lazy("To receive a dossier of yours"),
    "supervision": gettext_lazy("To see that work is done in time"),
    "support": gettext_lazy("To answer a question for help"),
    "administering": gettext_lazy("To administer the unit"),
}
PAGES = {
    "desk/dossier": gettext_lazy("The dossier in full"),
    "desk/inbox": gettext_lazy("A list of work to do"),
    "desk/waiting": gettext_lazy("A list of dossiers that wait for citizens"),
    "desk/search": gettext_lazy("Results of a search"),
    "desk/questions": gettext_lazy("A list of questions between units"),
    "desk/paper": gettext_lazy("One of the papers"),
    "desk/receipt": gettext_lazy("The receipt"),
    "desk/resume": gettext_lazy("The supplement at the counter"),
    "desk/register": gettext_lazy("The register of dossiers"),
    "desk/report": gettext_lazy("A list behind a number of a report"),
    "desk/batch_print": gettext_lazy("Forms printed for many dossiers"),
    "desk/differences": gettext_lazy("A list of differences with the bank"),
    "desk/money": gettext_lazy("A list of refunds"),
    "desk/alerts": gettext_lazy("A list of alerts"),
    "desk/batch": gettext_lazy("A run over many dossiers"),
    "desk/handover": gettext_lazy("A hand-over list of papers"),
    "desk/handovers": gettext_lazy("A hand-over list of papers"),
    "desk/messages": gettext_lazy("A list of messages sent"),
    "desk/open-dossier-warning": gettext_lazy("The warning of an open dossier of yours"),
    "desk/paper_first": gettext_lazy("A list of results handed over on paper first"),
    "desk/paper_first_form": gettext_lazy("A result handed over on paper first"),
    "desk/paper_record": gettext_lazy("The record of a paper"),
    "desk/petition": gettext_lazy("A petition"),
    "desk/petition_photo": gettext_lazy("The photo of a petition"),
    "desk/petitions": gettext_lazy("A list of petitions"),
    "desk/reception-again": gettext_lazy("The reception of another dossier of yours"),
    "desk/returns": gettext_lazy("A list of results to hand over"),
    "desk/sign": gettext_lazy("An application to sign"),
    "desk/slip": gettext_lazy("An official form of the dossier"),
    "desk/support": gettext_lazy("A list of questions for help"),
    "desk/ticket": gettext_lazy("A question for help"),
    "desk/time_report": gettext_lazy("A report on time and lateness"),
    "desk/unit_people": gettext_lazy("The people of a unit"),
    "desk/unit_point": gettext_lazy("A support point"),
    "desk/unit_post_end": gettext_lazy("The dossiers before a post that ends"),
    "desk/vault": gettext_lazy("Papers offered for reuse"),
    "cli/print": gettext_lazy("A form printed at the server"),
    "portal/sign": gettext_lazy("An application to sign"),
    "portal/signed_paper": gettext_lazy("One of the papers"),
    "portal/paper": gettext_lazy("One of the papers"),
    "portal/my_paper": gettext_lazy("One of the papers"),
}
PLACES = {
    "desk": gettext_lazy("Another page of the office"),
    "portal": gettext_lazy("A page of the portal"),
    "api": gettext_lazy("Another system of the state"),
    "cli": gettext_lazy("The server itself"),
}


@citizen_required
@require_safe
def looks(request: HttpRequest) -> HttpResponse:
    """Show the ledger of one's own dossiers and account, the newest first."""
    person = applicant_of(request)
    before = request.GET.get("truoc", "")
    before_id = int(before) if NUMBER.fullmatch(before) else None
    found = ledger(_subjects(person), before_id=before_id, limit=LINES)
    names = people.names_by_code({one.actor_code for one in found})
    context = {
        "lines": [_line(one, names, person) for one in found],
        "first": "?" if before_id else None,
        "next": f"?truoc={found[-1].id}" if len(found) == LINES else None,
    }
    return screen(request, "account/looks", context, tab="account")


def _subjects(person: Actor) -> Sequence[str]:
    """Return the account and the dossiers: those of the account and those under its number."""
    if person.mandate is not None and not person.mandate.is_whole:
        return [person.mandate.dossier_code] if person.mandate.dossier_code else []
    own = person.mandate.principal_code if person.mandate else person.code
    number = "" if person.mandate else signatures.personal_id_of(person)
    return [own, *dossiers.codes_about(person.account_id, number)]


def _line(one: Look, names: Mapping[str, str], person: Actor) -> dict[str, Any]:
    return {
        "at": one.at,
        "who": names.get(one.actor_code, one.actor_code),
        "post": _post(one.post),
        "purpose": PURPOSES.get(one.purpose, one.purpose),
        "page": PAGES.get(one.page) or PLACES.get(one.page.partition("/")[0], one.page),
        "dossiers": [code for code in one.subjects if "-" in code and "." in code],
    }


def _post(label: str) -> str:
    """Return a post of the ledger, `role@unit/absent holder`, in words; "" for citizens."""
    role, _, place = label.partition("@")
    if role == REPRESENTATIVE:
        return str(gettext_lazy("Representative"))
    code = place.partition("/")[0]
    if not code:
        return ""
    try:
        unit = name_of(units.agency_by_code(code))
    except NotFound:
        unit = code
    return f"{wording.role_words(role)}, {unit}"
