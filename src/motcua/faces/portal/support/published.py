# SPDX-License-Identifier: Apache-2.0
"""The published answers to petitions, for everybody to read."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from motcua.domains.support.queries import petitions
from motcua.faces.design.petitions import kind_words
from motcua.faces.design.rendered import SHELF, answer
from motcua.faces.design.titles import active
from motcua.faces.design.units import unit_name
from motcua.faces.portal.screens import by_official, public_page
from motcua.faces.portal.support import names
from motcua.kit.guards import public

UNIT_DIGITS = 18


@public
@require_safe
def answers(request: HttpRequest) -> HttpResponse:
    """Show the newest answers, of all offices or of one; at most a minute old."""
    chosen = request.GET.get("don-vi", "")
    known = chosen.isascii() and chosen.isdigit() and len(chosen) <= UNIT_DIGITS
    unit_id = int(chosen) if known else None
    official = by_official(request)
    key = ("petitions", active(), unit_id, official)
    return answer(request, SHELF.get(key, lambda: _page(unit_id, official)))


def _page(unit_id: int | None, official: bool) -> str:
    lines = [
        (line, kind_words(line.kind), unit_name(line.unit_id))
        for line in petitions.published(unit_id=unit_id)
    ]
    context = {"lines": lines, "units": names.choices(), "chosen": str(unit_id or "")}
    return public_page("support/petitions", context, official=official, tab="petitions")
