# SPDX-License-Identifier: Apache-2.0
"""Home page and search: the way in for everybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from motcua.domains.procedures import queries as procedures
from motcua.domains.procedures.queries import ProcedureCard
from motcua.faces.design.rendered import SHELF, Shelf, answer
from motcua.faces.design.titles import active
from motcua.faces.portal import wording
from motcua.faces.portal.screens import by_official, public_page
from motcua.kit import clock
from motcua.kit.guards import public
from motcua.rules.worktime import parse_limit

# What people come for in the course of a life: births, marriages, papers, a house, a business.
EVERYDAY = (
    "1.001193", "1.000894", "1.004873", "2.000815", "2.000635", "1.000656", "1.013225", "1.013831",
    "1.001612", "1.116909",
)  # fmt: skip
FIRST = 10
MOST = 5_000
A_PAGE = 20
LEVELS = ("commune", "province")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader looks for; anything unknown counts as not said."""

    text: str
    level: str
    field: str
    whom: str
    after: str

    @classmethod
    def of(cls, request: HttpRequest) -> Asked:
        """Read the query of the address."""
        query = request.GET
        level, whom = query.get("cap", ""), query.get("cho", "")
        return cls(
            text=query.get("q", "")[:200].replace("\x00", " "),
            level=level if level in LEVELS else "",
            field=query.get("linh-vuc", "")[:200].replace("\x00", " "),
            whom=whom if whom in wording.AUDIENCES else "",
            after=query.get("sau", "")[:60],
        )

    def address(self, after: str) -> str:
        """Return the query under which the list goes on."""
        said = {
            "q": self.text, "cap": self.level, "linh-vuc": self.field, "cho": self.whom,
            "sau": after,
        }  # fmt: skip
        return "?" + urlencode({key: value for key, value in said.items() if value})


@public
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show the search, what most people come for, and the way to one's dossier."""
    today = clock.today()
    official = by_official(request)
    key = ("home", active(), today, official)
    return answer(request, SHELF.get(key, lambda: _home(today, official)))


def _home(today: date, official: bool) -> str:
    every = procedures.find("", on=today, limit=MOST)
    cards = sorted(every, key=_place)[:FIRST]
    shown = {"cards": [_line(card, today) for card in cards], "number": len(every)}
    return public_page("home", shown, official=official, tab="home")


def _place(card: ProcedureCard) -> tuple[int, bool]:
    """Return where a procedure stands among those most people need; authored ones follow."""
    place = EVERYDAY.index(card.code) if card.code in EVERYDAY else len(EVERYDAY)
    return place, card.source != "authored"


@public
@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """Show the procedures that fit what was typed; more of them by the mark of the last one."""
    asked, today = Asked.of(request), clock.today()
    official = by_official(request)
    key = ("find", asked, active(), today, official)
    shelf = Shelf() if asked.text else SHELF  # searches are too many to keep
    return answer(request, shelf.get(key, lambda: _found(asked, today, official)))


def _found(asked: Asked, today: date, official: bool) -> str:
    targets = wording.AUDIENCES[asked.whom].targets if asked.whom else frozenset()
    cards = procedures.find(
        asked.text,
        on=today,
        level=asked.level,
        field=asked.field,
        targets=targets,
        limit=A_PAGE + 1,
        after=asked.after,
    )
    shown = cards[:A_PAGE]
    more = asked.address(shown[-1].after) if len(cards) > A_PAGE else None
    return public_page(
        "find",
        {
            "asked": asked,
            "cards": [_line(card, today) for card in shown],
            "more": more,
            "fields": [(name, f"{name} ({n})") for name, n in procedures.fields(on=today)],
            "levels": [(level, wording.LEVELS[level]) for level in LEVELS],
            "audiences": [(key, one.title) for key, one in wording.AUDIENCES.items()],
        },
        official=official,
        tab="find",
    )


def _line(card: ProcedureCard, today: date) -> dict[str, Any]:
    limit = card.limit_on(today)
    return {
        "card": card,
        "level": wording.LEVELS.get(card.level, ""),
        "online": wording.SHORT_ONLINE_LEVELS.get(card.online_level, ""),
        "limit": wording.short_limit_words(parse_limit(limit)) if limit else "",
    }
