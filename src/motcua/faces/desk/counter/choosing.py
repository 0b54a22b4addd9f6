# SPDX-License-Identifier: Apache-2.0
"""Which procedure a person at the counter came for: by code, words or first letters."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Final, NamedTuple
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domains.procedures import queries as procedures
from motcua.domains.procedures.queries import ProcedureCard, Version
from motcua.domains.quality.queries.received import most_received
from motcua.faces.desk.counter import again
from motcua.faces.desk.screens import screen
from motcua.kit import clock
from motcua.kit.access import Role
from motcua.kit.faults import NotFound
from motcua.kit.guards import role_required

RECENT: Final = "desk_recent"
RECENT_MOST: Final = 9
USUAL_MOST: Final = 9
FOUND_MOST: Final = 15
FIRST_DIGIT: Final = 3
RECENT_SECONDS: Final = 30 * 24 * 3600
LONGEST_SEARCH: Final = 200
WORD: Final = re.compile(r"[^\W_]")


class Choice(NamedTuple):
    """One procedure to choose; the first seven have a digit as their access key, from 3 on.

    1 and 2 belong to the page and its menu.
    """

    href: str
    digit: str
    card: ProcedureCard | Version


@role_required(Role.COUNTER)
@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """Offer the procedures of all units of the province; a code leads to its form at once."""
    text = request.GET.get("find", "").replace("\x00", "")[:LONGEST_SEARCH].strip()
    found = _found(text)
    earlier = again.earlier(request)
    code = earlier.code if earlier else ""
    if found and (found[0].code == text or (len(found) == 1 and WORD.search(text))):
        return HttpResponseRedirect(_address(found[0].code, code), status=303)
    lately = recent(request)
    most = [] if found else _most(request, {one.code for one in lately})
    authored = [] if found else _authored({one.code for one in (*lately, *most)})
    context = {
        "text": text,
        "earlier": code,
        "found": _choices(found, code),
        "recent": _choices(lately, code),
        "most": _choices(most, code, after=len(lately)),
        "authored": _choices(authored, code, after=len(lately) + len(most)),
    }
    return screen(request, "choose", context, tab="reception")


def _most(request: HttpRequest, known: Collection[str]) -> list[Version]:
    """Return what the reader's counters take in most."""
    counters = [post.unit_id for post in request.actor.posts_as(Role.COUNTER)]
    codes = most_received(counters, limit=USUAL_MOST + RECENT_MOST)
    return _current([code for code in codes if code not in known])[:USUAL_MOST]


def _authored(known: Collection[str]) -> list[ProcedureCard]:
    """Return authored procedures to fill up a list that holds these already."""
    cards = procedures.authored(on=clock.today(), limit=USUAL_MOST + RECENT_MOST)
    room = max(0, USUAL_MOST - len(known))
    return [card for card in cards if card.code not in known][:room]


def _found(text: str) -> Sequence[ProcedureCard]:
    """Return what a text may mean: first letters of words come before words."""
    if not text:
        return ()
    on = clock.today()
    lettered = procedures.by_initials(text, on=on)
    worded = procedures.find(text, on=on, limit=FOUND_MOST)
    known = {card.code for card in lettered}
    return (*lettered, *(card for card in worded if card.code not in known))[:FOUND_MOST]


def _choices(
    cards: Sequence[ProcedureCard | Version], earlier: str, *, after: int = 0
) -> list[Choice]:
    """Return the choices; `after` are those that stand before them and have their digits."""
    return [
        Choice(_address(card.code, earlier), str(digit) if digit < 10 else "", card)
        for digit, card in enumerate(cards, start=FIRST_DIGIT + after)
    ]


def _address(code: str, earlier: str) -> str:
    query = f"?{urlencode({again.QUERY: earlier})}" if earlier else ""
    return reverse("desk:take_in", args=[code]) + query


def recent(request: HttpRequest) -> list[Version]:
    """Return the procedures last taken in with this browser."""
    return _current(request.COOKIES.get(RECENT, "").split("~")[:RECENT_MOST])


def _current(codes: Iterable[str]) -> list[Version]:
    """Return the procedures of these codes that are open today."""
    versions = []
    for code in codes:
        try:
            versions.append(procedures.current(code, clock.today()))
        except NotFound:
            continue
    return versions


def remember(request: HttpRequest, response: HttpResponse, code: str) -> None:
    """Put a procedure first among the recent ones."""
    known = [code, *(one.code for one in recent(request) if one.code != code)]
    response.set_cookie(
        RECENT, "~".join(known[:RECENT_MOST]), max_age=RECENT_SECONDS, path="/desk/reception",
        secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax",
    )  # fmt: skip
