# SPDX-License-Identifier: Apache-2.0
"""Hand-over lists: paper given to another unit, and confirmed where it arrives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from motcua.domains.dossiers import handing
from motcua.domains.dossiers.acts.give_handover import give_handover
from motcua.domains.dossiers.acts.settle_handover import settle_handover
from motcua.domains.dossiers.handing import HandoverKind
from motcua.domains.dossiers.queries import handovers as lists
from motcua.domains.dossiers.queries.card import card
from motcua.domains.dossiers.queries.handovers import HandoverCard, ToGive
from motcua.domains.procedures import queries as procedures
from motcua.faces.desk import posted
from motcua.faces.desk.dossier_view import counts_words
from motcua.faces.desk.naming import unit_name
from motcua.faces.desk.screens import log, screen
from motcua.kit import clock
from motcua.kit.access import Actor, NotPermitted, Role
from motcua.kit.faults import Fault, NotFound
from motcua.kit.guards import role_required

HANDLING: Final = (Role.COUNTER, Role.SPECIALIST, Role.LEADER, Role.CLERK)
GAP: Final = re.compile(r"[\s,;]+")
MOST_TYPED: Final = 20_000
KINDS: Final = {
    HandoverKind.PAPERS: gettext_lazy("Papers of received dossiers"),
    HandoverKind.RESULTS: gettext_lazy("Results to be returned"),
}


class Group(NamedTuple):
    """What goes from one of the reader's units to one other unit."""

    kind: HandoverKind
    from_unit_id: int
    from_unit: str
    to_unit_id: int
    to_unit: str
    rows: tuple[tuple[ToGive, Any], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A unit from which the reader may give one kind of paper."""

    kind: HandoverKind
    unit_id: int

    @property
    def value(self) -> str:
        """Its name in a form."""
        return f"{self.kind.value}.{self.unit_id}"

    @property
    def title(self) -> str:
        """Its name for people."""
        return f"{KINDS[self.kind]} – {unit_name(self.unit_id)}"


@role_required(*HANDLING)
@require_http_methods(["GET", "HEAD", "POST"])
def overview(request: HttpRequest) -> HttpResponse:
    """Show what is to be confirmed, what nobody confirmed yet, and what may be given; or give."""
    if request.method != "POST":
        return _overview(request)
    try:
        code = _give(request)
    except Fault as fault:
        return _overview(request, fault)
    return HttpResponseRedirect(reverse("desk:handover", args=[code]), status=303)


def _overview(request: HttpRequest, fault: Fault | None = None) -> HttpResponse:
    unit_ids = sorted(request.actor.working_units)
    sources = _sources(request.actor)
    groups = [group for source in sources for group in _groups(source)]
    codes = [row.code for group in groups for row, _ in group.rows]
    log(request.actor, "handovers", codes)
    context = {
        "to_confirm": _named(lists.to_confirm(unit_ids)),
        "not_confirmed": _named(lists.not_confirmed(unit_ids)),
        "settled": _named(lists.settled(unit_ids)),
        "groups": groups,
        "sources": [(source.value, source.title) for source in sources],
        "source": request.POST.get("source", ""),
        "typed": request.POST.get("codes", "")[:MOST_TYPED],
        "kinds": KINDS,
        "fault": str(fault) if fault else "",
        "key": lambda: str(uuid4()),
    }
    status = fault.status if fault else 200
    return screen(request, "counter/handovers", context, tab="handovers", status=status)


def _sources(actor: Actor) -> list[Source]:
    """Return from where the reader may give what: counters both kinds, the others results."""
    found = [
        Source(kind, post.unit_id)
        for kind, roles in handing.GIVERS.items()
        for post in actor.posts
        if post.role in roles
    ]
    return list(dict.fromkeys(found))


def _groups(source: Source) -> list[Group]:
    if source.kind == HandoverKind.PAPERS:
        found: Sequence[ToGive] = lists.papers_to_give(source.unit_id, clock.today())
    else:
        found = lists.results_to_give(source.unit_id)
    by_unit: dict[int, list[ToGive]] = {}
    for row in found:
        by_unit.setdefault(row.to_unit_id, []).append(row)
    return [
        Group(
            source.kind, source.unit_id, unit_name(source.unit_id), to, unit_name(to),
            tuple((row, procedures.title(row.version_id)) for row in rows),
        )
        for to, rows in by_unit.items()
        if to != source.unit_id
    ]  # fmt: skip


def _named(found: Iterable[lists.HandoverSummary]) -> list[tuple[lists.HandoverSummary, str, str]]:
    return [(one, unit_name(one.from_unit_id), unit_name(one.to_unit_id)) for one in found]


def _give(request: HttpRequest) -> str:
    """Make the list that was ticked or typed. Raises FormBroken and what the act raises."""
    form = request.POST
    kind, from_unit_id = _source(form.get("source", ""))
    typed = posted.text(form, "codes")[:MOST_TYPED]
    codes = [code.upper() for code in GAP.split(typed) if code] or form.getlist("code")
    to_unit_id = posted.number(form, "to") if "to" in form else _whither(kind, codes)
    return give_handover(
        by=posted.by(request), kind=kind, from_unit_id=from_unit_id, to_unit_id=to_unit_id,
        codes=codes,
    )  # fmt: skip


def _source(value: str) -> tuple[HandoverKind, int]:
    kind, _, unit_id = value.partition(".")
    if kind not in HandoverKind.values or not (unit_id.isascii() and unit_id.isdigit()):
        raise posted.FormBroken
    return HandoverKind(kind), int(unit_id[:18])


def _whither(kind: HandoverKind, codes: Sequence[str]) -> int:
    """Return where the first dossier's paper belongs; the act holds the others to the same."""
    for code in codes[:1]:
        try:
            shown = card(handing.shaped(code))
        except NotFound as error:
            raise handing.NotOnThisList(code=code, why=handing.UNKNOWN) from error
        return shown.competent_unit_id if kind == HandoverKind.PAPERS else shown.return_unit_id
    return 0


@role_required(*HANDLING)
@require_http_methods(["GET", "HEAD", "POST"])
def handover(request: HttpRequest, code: str) -> HttpResponse:
    """Show one list to both its sides; the side that takes settles its rows here."""
    shown = _visible(request.actor, code)
    if request.method != "POST":
        return _list(request, shown)
    try:
        confirmed, refused = _said(request.POST, shown)
        settle_handover(by=posted.by(request), code=code, confirmed=confirmed, refused=refused)
    except Fault as fault:
        return _list(request, _visible(request.actor, code), fault)
    return HttpResponseRedirect(reverse("desk:handover", args=[code]), status=303)


def _visible(actor: Actor, code: str) -> HandoverCard:
    shown = lists.handover(code)
    if not lists.may_see(actor, shown):
        raise NotFound
    return shown


def _said(form: QueryDict, shown: HandoverCard) -> tuple[list[str], dict[str, str]]:
    """Return what is confirmed and what refused; a written reason refuses, ticked or not."""
    reasons = {row.code: posted.text(form, f"reason:{row.code}").strip() for row in shown.rows}
    refused = {code: reason for code, reason in reasons.items() if reason}
    return [code for code in form.getlist("confirm") if code not in refused], refused


def _list(request: HttpRequest, shown: HandoverCard, fault: Fault | None = None) -> HttpResponse:
    log(request.actor, "handover", [row.code for row in shown.rows])
    context = {
        "shown": shown,
        "rows": [
            (row, procedures.title(row.version_id), _contents(row.components)) for row in shown.rows
        ],
        "kind": KINDS[shown.kind],
        "from_unit": unit_name(shown.from_unit_id),
        "to_unit": unit_name(shown.to_unit_id),
        "may_settle": shown.closed_at is None and _takes(request.actor, shown),
        "form": request.POST,
        "fault": str(fault) if fault else "",
        "key": str(uuid4()),
    }
    status = fault.status if fault else 200
    return screen(request, "counter/handover", context, tab="handovers", status=status)


def _takes(actor: Actor, shown: HandoverCard) -> bool:
    try:
        return bool(handing.post_of(actor, handing.TAKERS[shown.kind], shown.to_unit_id))
    except NotPermitted:
        return False


def _contents(components: Sequence[dict[str, Any]]) -> tuple[int, str]:
    """Return how many kinds of paper travel, and how many originals and copies in all."""
    together = {
        name: sum(int(one.get(name) or 0) for one in components) for name in ("originals", "copies")
    }
    return len(components), counts_words(together)
