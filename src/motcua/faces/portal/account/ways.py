# SPDX-License-Identifier: Apache-2.0
"""How somebody wants to hear each kind of news."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_http_methods

from motcua.domains.notices import queries as notices
from motcua.domains.notices.acts.choose_ways import choose_ways
from motcua.domains.notices.channels import Ways
from motcua.domains.people import queries as people
from motcua.faces.portal.screens import screen
from motcua.kit import clock
from motcua.kit.guards import citizen_required

GROUPS = {
    "received": gettext_lazy("Your dossier was submitted or accepted"),
    "moved": gettext_lazy("Your dossier moved to the next step"),
    "asked": gettext_lazy("Something more is needed from you"),
    "late": gettext_lazy("Your dossier will be late"),
    "result": gettext_lazy("Your result is ready or was returned"),
    "ended": gettext_lazy("Your dossier was refused, stopped or withdrawn"),
    "others": gettext_lazy("Signatures, representatives and everything else"),
}


@citizen_required
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """Show the choices of the person signed in, whoever they act for, or keep new ones."""
    done = ""
    if request.method == "POST":
        sent = {
            group: Ways(*(f"{group}.{way}" in request.POST for way in ("in_app", "email", "sms")))
            for group in GROUPS
        }
        choose_ways(actor=request.actor, at=clock.now(), ways=sent)
        done = gettext("Your choices are kept.")
    chosen = notices.ways_of(request.actor.account_id)
    card = people.citizen(request.actor.account_id)
    context = {
        "lines": [
            (group, words, chosen[group], notices.always_in_app(group))
            for group, words in GROUPS.items()
        ],
        "email": notices.masked(card.email) if card.email else "",
        "phone": notices.masked(card.phone) if card.phone else "",
        "done": done,
    }
    return screen(request, "account/ways", context, tab="account")
