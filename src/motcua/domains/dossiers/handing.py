# SPDX-License-Identifier: Apache-2.0
"""Who may give and take paper between units, and which dossiers may stand on which list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from motcua.domains.dossiers.case import Case, required
from motcua.domains.dossiers.models.handover import HandoverKind, HandoverOutcome, HandoverRow
from motcua.kit.access import Actor, Post, Role
from motcua.kit.faults import Fault
from motcua.rules.numbering import DOSSIER_CODE
from motcua.rules.workflow import Status

PROFESSIONAL: Final = (Role.SPECIALIST, Role.LEADER, Role.CLERK)
GIVERS: Final = {
    HandoverKind.PAPERS: (Role.COUNTER,),
    HandoverKind.RESULTS: (*PROFESSIONAL, Role.COUNTER),
}
TAKERS: Final = {HandoverKind.PAPERS: PROFESSIONAL, HandoverKind.RESULTS: (Role.COUNTER,)}
OVER: Final = frozenset({Status.REFUSED, Status.WITHDRAWN, Status.STOPPED, Status.RETURNED})

UNKNOWN: Final = gettext_lazy("there is no such dossier")
NOT_RECEIVED: Final = gettext_lazy("it has not been received yet")
ENDED: Final = gettext_lazy("it has ended")
ELSEWHERE: Final = gettext_lazy("its paper does not lie at your unit")
OTHER_UNIT: Final = gettext_lazy("another unit decides it")
OTHER_COUNTER: Final = gettext_lazy("its result is returned at another counter")
UNDECIDED: Final = gettext_lazy("it is not decided yet")
UNDER_WAY: Final = gettext_lazy("its paper is already on a list that nobody has confirmed yet")
NOT_ON_LIST: Final = gettext_lazy("it does not stand on this list")
SETTLED: Final = gettext_lazy("somebody has confirmed or refused it before")


class NotOnThisList(Fault):
    """A dossier has no place on a hand-over list; nothing of the list was saved."""

    status = 409
    sentence = gettext_lazy("Dossier %(code)s: %(why)s. Nothing was saved.")


def shaped(code: str) -> str:
    """Return the code if a dossier can have it. Raises NotOnThisList."""
    if not DOSSIER_CODE.fullmatch(code):
        raise NotOnThisList(code="".join(filter(str.isprintable, code))[:50], why=UNKNOWN)
    return code


def post_of(actor: Actor, roles: Iterable[str], unit_id: int) -> Post:
    """Return the first of the actor's posts in a unit that has one of the roles.

    Raises NotPermitted.
    """
    held = (actor.post(role, unit_id) for role in roles)
    return required(next((post for post in held if post is not None), None))


def check(case: Case, kind: HandoverKind, from_unit_id: int, to_unit_id: int) -> None:
    """Raise NotOnThisList when the paper of this dossier cannot travel so."""
    judge = _papers if kind == HandoverKind.PAPERS else _results
    why = judge(case, from_unit_id, to_unit_id) or _under_way(case)
    if why:
        raise NotOnThisList(code=case.code, why=why)


def _papers(case: Case, from_unit_id: int, to_unit_id: int) -> Promise | None:
    if case.received_at is None:
        return NOT_RECEIVED
    if case.status in OVER:
        return ENDED
    if case.competent_unit_id != to_unit_id:
        return OTHER_UNIT
    return None if case.receiving_unit_id == from_unit_id else ELSEWHERE


def _results(case: Case, from_unit_id: int, to_unit_id: int) -> Promise | None:
    if case.status in OVER:
        return ENDED
    if case.status != Status.COMPLETED:
        return UNDECIDED
    if case.return_unit_id != to_unit_id:
        return OTHER_COUNTER
    if from_unit_id == case.competent_unit_id or _lies_at(case, from_unit_id):
        return None
    return ELSEWHERE


def _lies_at(case: Case, unit_id: int) -> bool:
    """Say whether the unit was the last to confirm that it has the result."""
    confirmed = HandoverRow.objects.filter(
        dossier_id=case.id,
        outcome=HandoverOutcome.CONFIRMED,
        handover__kind=HandoverKind.RESULTS,
    ).order_by("-settled_at", "-id")
    return confirmed.values_list("handover__to_unit_id", flat=True).first() == unit_id


def _under_way(case: Case) -> Promise | None:
    rows = HandoverRow.objects.filter(dossier_id=case.id, settled_at=None)
    return UNDER_WAY if rows.exists() else None
