# SPDX-License-Identifier: Apache-2.0
"""An official names who stands in while absent, and sees for whom they stand in themselves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.views.decorators.http import require_http_methods, require_POST

from motcua.domains.people import queries as people
from motcua.domains.people.acts.delegate import DELEGABLE, Absence, delegate
from motcua.domains.people.acts.end_delegation import end_delegation
from motcua.faces.desk import posted
from motcua.faces.desk.naming import post_words, role_words, unit_name
from motcua.faces.desk.screens import screen
from motcua.kit import clock
from motcua.kit.access import Actor, Post, Role
from motcua.kit.faults import Fault
from motcua.kit.guards import official_required

ONE_DAY = timedelta(days=1)


@official_required
@require_http_methods(["GET", "HEAD", "POST"])
def absence(request: HttpRequest) -> HttpResponse:
    """Show the reader's delegations and the form of a new one; carry the form out."""
    if request.method != "POST":
        return _page(request, QueryDict(), None)
    try:
        command = posted.by(request)
        delegate(actor=request.actor, at=command.at, key=command.key, absence=_absence(request))
    except Fault as fault:
        return _page(request, request.POST, fault)
    return HttpResponseRedirect("/desk/absence", status=303)


@official_required
@require_POST
def end_absence(request: HttpRequest) -> HttpResponse:
    """Take a post back from the stand-in."""
    command = posted.by(request)
    end_delegation(
        actor=request.actor, at=command.at, key=command.key,
        delegation_id=posted.number(request.POST, "delegation"),
    )  # fmt: skip
    return HttpResponseRedirect("/desk/absence", status=303)


def _absence(request: HttpRequest) -> Absence:
    form, actor = request.POST, request.actor
    post = next((one for one in _own(actor) if _value(one) == form.get("post", "")), None)
    if post is None:
        raise posted.FormBroken
    return Absence(
        absent_id=actor.account_id or 0,
        stand_in_id=posted.number(form, "stand_in"),
        unit_id=post.unit_id,
        role=Role(post.role),
        valid_from=posted.day(form, "first"),
        valid_to=posted.day(form, "last") + ONE_DAY,
        reason=posted.text(form, "reason"),
    )


def _own(actor: Actor) -> list[Post]:
    """Return the posts the actor may hand on; those stood in for are not among them."""
    return [post for post in actor.posts if post.role in DELEGABLE and not post.for_code]


def _value(post: Post) -> str:
    return f"{post.role}.{post.unit_id}"


def _page(request: HttpRequest, typed: QueryDict, fault: Fault | None) -> HttpResponse:
    actor, today = request.actor, clock.today()
    own = _own(actor)
    known = people.delegations_of(actor.account_id or 0, on=today)
    context: dict[str, Any] = {
        "posts": [(_value(post), post_words(post)) for post in own],
        "colleagues": list(_colleagues(actor, own)),
        "given": [(one, _where(one)) for one in known if one.absent_id == actor.account_id],
        "taken": [(one, _where(one)) for one in known if one.stand_in_id == actor.account_id],
        "one_day": ONE_DAY,
        "today": today,
        "typed": typed,
        "fault": str(fault) if fault else "",
        "key": lambda: str(uuid4()),
    }
    return screen(
        request, "timing/absence", context, tab="absence", status=fault.status if fault else 200
    )


def _where(card: people.DelegationCard) -> str:
    return f"{role_words(card.role)} – {unit_name(card.unit_id)}"


def _colleagues(actor: Actor, own: list[Post]) -> Iterator[tuple[str, str]]:
    """Yield who works in the units of these posts today, each person once."""
    seen = {actor.account_id}
    for unit_id in dict.fromkeys(post.unit_id for post in own):
        for card in people.holders(unit_id, on=clock.today()):
            if card.account_id not in seen:
                seen.add(card.account_id)
                yield str(card.account_id), f"{card.full_name} ({role_words(card.role)})"
