# SPDX-License-Identifier: Apache-2.0
"""Before a post of the unit ends: what becomes of the dossiers before the person who holds it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from motcua.domains.dossiers.queries.workload import workload
from motcua.domains.people import queries
from motcua.domains.people.acts.end_post import end_post
from motcua.domains.people.queries import PostCard
from motcua.domains.procedures import queries as procedures
from motcua.faces.desk import posted
from motcua.faces.desk.naming import role_words, unit_name
from motcua.faces.desk.screens import log, screen
from motcua.faces.desk.unit.frame import unit_of
from motcua.kit import clock
from motcua.kit.access import Role
from motcua.kit.faults import Fault, NotFound
from motcua.kit.guards import role_required

SURE: Final = "sure"


class NotConfirmed(Fault):
    """A post was to end without a look at what becomes of its dossiers."""

    sentence = gettext_lazy("Look at what becomes of the dossiers first, then confirm the end.")


@role_required(Role.UNIT_ADMIN)
@require_safe
def ending(request: HttpRequest, holding: int) -> HttpResponse:
    """Show what the end of the post means; nothing ends before it is confirmed."""
    unit_id, today = unit_of(request), clock.today()
    card = _held(unit_id, holding, today)
    open_now = workload(unit_id=unit_id, role=card.role, account_id=card.account_id)
    log(request.actor, "unit_post_end", list(open_now.codes), purpose="administering")
    context = {
        "unit_id": unit_id,
        "unit_words": unit_name(unit_id),
        "card": card,
        "role": role_words(card.role),
        "open": open_now,
        "others": _others(card, today + timedelta(days=1)),
        "steps": procedures.steps_named(unit_id, card.account_id, today),
        "today": today,
        "key": uuid4(),
    }
    return screen(request, "unit/ending", context, tab="unit")


def end(request: HttpRequest, unit_id: int) -> None:
    """End the post with today. Raises NotConfirmed, NotFound and what `end_post` raises."""
    today = clock.today()
    card = _held(unit_id, posted.number(request.POST, "holding"), today)
    if SURE not in request.POST:
        raise NotConfirmed
    last = today + timedelta(days=1)
    end_post(actor=request.actor, holding_id=card.holding_id, valid_to=last, at=clock.now())


def _held(unit_id: int, holding_id: int, on: date) -> PostCard:
    for card in queries.holders(unit_id, on=on):
        if card.holding_id == holding_id:
            return card
    raise NotFound


def _others(card: PostCard, on: date) -> list[str]:
    """Return who else holds the same post on a day."""
    held = queries.holders(card.unit_id, on=on, role=card.role)
    return [one.full_name for one in held if one.account_id != card.account_id]
