# SPDX-License-Identifier: Apache-2.0
"""Who holds which post in the unit, and who stands in for whom."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from motcua.domains.people import queries
from motcua.domains.people.acts.delegate import DELEGABLE, Absence, delegate
from motcua.domains.people.acts.end_delegation import end_delegation
from motcua.domains.people.acts.hold_post import NewPost, hold_post
from motcua.domains.people.authority import GIVEN_BY_UNITS
from motcua.domains.people.queries.accounts import official_by_name
from motcua.faces.desk import posted
from motcua.faces.desk.naming import role_words
from motcua.faces.desk.screens import log
from motcua.faces.desk.unit import ending, frame
from motcua.kit import clock
from motcua.kit.access import Role
from motcua.kit.faults import Fault, NotFound
from motcua.kit.guards import role_required

NAME_MOST = 150


class NoSuchOfficial(Fault):
    """Nobody signs in by this name."""

    sentence = gettext_lazy("No official signs in by this name.")


class NoSuchRole(Fault):
    """A role that a unit does not give."""

    sentence = gettext_lazy("Choose a post that your unit can give.")


@role_required(Role.UNIT_ADMIN)
@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest) -> HttpResponse:
    """Show posts and stand-ins; POST gives or ends one."""
    return frame.answer(request, ACTS, _show)


def _give(request: HttpRequest, unit_id: int) -> None:
    form = request.POST
    try:
        account = official_by_name(posted.text(form, "name")[:NAME_MOST])
    except NotFound as error:
        raise NoSuchOfficial from error
    post = NewPost(
        unit_id=unit_id, role=_role(form.get("role", "")), valid_from=posted.day(form, "from"),
        valid_to=posted.day(form, "to") if form.get("to", "").strip() else None,
    )  # fmt: skip
    hold_post(actor=request.actor, account_id=account.id, post=post, at=clock.now())


def _stand_in(request: HttpRequest, unit_id: int) -> None:
    form, by = request.POST, posted.by(request)
    held = posted.number(form, "absent")
    cards = {card.holding_id: card for card in queries.holders(unit_id, on=clock.today())}
    if held not in cards:
        raise NotFound
    absence = Absence(
        absent_id=cards[held].account_id, stand_in_id=posted.number(form, "stand_in"),
        unit_id=unit_id, role=Role(cards[held].role), valid_from=posted.day(form, "from"),
        valid_to=posted.day(form, "to") + timedelta(days=1), reason=posted.text(form, "reason"),
    )  # fmt: skip
    delegate(actor=by.actor, at=by.at, key=by.key, absence=absence)


def _return(request: HttpRequest, unit_id: int) -> None:
    by, delegation_id = posted.by(request), posted.number(request.POST, "delegation")
    if delegation_id not in {one.id for one in queries.delegations_in(unit_id, on=clock.today())}:
        raise NotFound
    end_delegation(actor=by.actor, at=by.at, key=by.key, delegation_id=delegation_id)


def _role(text: str) -> Role:
    if text not in GIVEN_BY_UNITS:
        raise NoSuchRole
    return Role(text)


ACTS = {"give": _give, "end": ending.end, "stand_in": _stand_in, "return": _return}


def _show(request: HttpRequest, unit_id: int, fault: str, status: int) -> HttpResponse:
    today = clock.today()
    held = queries.holders(unit_id, on=today)
    away = queries.delegations_in(unit_id, on=today)
    log(request.actor, "unit_people", [card.account_code for card in held], purpose="administering")
    colleagues = {card.account_id: card.full_name for card in held}
    context = {
        "held": [(card, role_words(card.role)) for card in held],
        "away": [
            (one, role_words(one.role), one.valid_to - timedelta(days=1)) for one in away
        ],
        "roles": [(role, role_words(role)) for role in GIVEN_BY_UNITS],
        "absent": [
            (str(card.holding_id), f"{card.full_name} – {role_words(card.role)}")
            for card in held if card.role in DELEGABLE
        ],
        "colleagues": [(str(pk), name) for pk, name in colleagues.items()],
        "today": today,
    }  # fmt: skip
    return frame.page(request, "people", unit_id, context, fault=fault, status=status)
