# SPDX-License-Identifier: Apache-2.0
"""What may be done with the chosen dossiers, and the button that starts it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_POST

from motcua.domains.dossiers.acts.start_batch import MOST, NothingChosen, TooManyChosen, start_batch
from motcua.domains.dossiers.queries.batches import ChosenRow, chosen
from motcua.domains.dossiers.slip_kinds import FORMS, SlipKind
from motcua.domains.people import queries as people
from motcua.domains.procedures import queries as procedures
from motcua.faces.design.titles import active, both_text
from motcua.faces.desk import posted
from motcua.faces.desk.batch.selection import carried, chosen_codes
from motcua.faces.desk.dossier import WAYS_OF_RETURN
from motcua.faces.desk.listing import listing, unit_ids
from motcua.faces.desk.naming import action_words
from motcua.faces.desk.offers import WITH_FORMS
from motcua.faces.desk.posted import FormBroken
from motcua.faces.desk.screens import log, screen
from motcua.kit import clock
from motcua.kit.access import Actor
from motcua.kit.guards import official_required
from motcua.rules import workflow
from motcua.rules.workflow import Position, Status

PRINTED = (SlipKind.RECEIPT, SlipKind.CONTROL, SlipKind.FEE_RECEIPT, SlipKind.RESULT_RECEIPT)
WAYS = {way: words for way, words in WAYS_OF_RETURN.items() if way != "post"}
SEEN_DIGITS = 10


@official_required
@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Show what the chosen dossiers allow; nothing is done yet."""
    codes = chosen_codes(request.actor, request.POST)
    if not codes:
        raise NothingChosen
    if len(codes) > MOST:
        raise TooManyChosen(most=MOST)
    rows = chosen(codes, unit_ids(request.actor))
    log(request.actor, "batch", [row.code for row in rows])
    listed, moves = listing(request.actor, request.POST), _moves(request.actor, rows)
    context = {
        "number": len(rows),
        "codes": " ".join(row.code for row in rows),
        "seen": " ".join(str(row.chain_seq) for row in rows),
        "key": lambda: str(uuid4()),
        "moves": moves,
        "moves_offered": [(action, f"{words} ({number})") for action, words, number in moves],
        "colleagues": _colleagues(request.actor, rows),
        "me": request.actor.account_id,
        "returnable": sum(row.status == Status.COMPLETED for row in rows),
        "ways": list(WAYS.items()),
        "forms": [(kind.value, both_text(FORMS[kind].titles)) for kind in PRINTED],
        "back": reverse(f"desk:{'found' if listed.tab == 'search' else listed.tab}"),
    }
    return screen(request, "batch/choose", context, tab=listed.tab)


def _moves(actor: Actor, rows: Sequence[ChosenRow]) -> list[tuple[str, str, int]]:
    """Return (action, words, how many of the dossiers before the reader allow it)."""
    counted: Counter[tuple[str, str]] = Counter()
    for row in rows:
        if row.desk_unit_id is None or not actor.post(row.desk_role, row.desk_unit_id):
            continue
        definition = procedures.version(row.version_id).workflow
        for action in workflow.allowed(definition, Position(row.step, row.back_step or None)):
            if action not in WITH_FORMS:
                target = definition.steps[row.step].actions.get(action, "")
                counted[action, action_words(definition, action, target)] += 1
    return [(action, words, number) for (action, words), number in counted.most_common()]


def _colleagues(actor: Actor, rows: Sequence[ChosenRow]) -> list[tuple[int, str]]:
    """Return who shares the desks of the dossiers before the reader."""
    desks = {(row.desk_unit_id, row.desk_role) for row in rows if row.desk_unit_id is not None}
    found: dict[int, str] = {}
    for unit_id, role in sorted(desks):
        if actor.post(role, unit_id):
            held = people.holders(unit_id, on=clock.today(), role=role)
            found |= {card.account_id: card.full_name for card in held}
    return sorted(found.items(), key=lambda one: (one[0] != actor.account_id, one[1]))


@official_required
@require_POST
def start(request: HttpRequest) -> HttpResponse:
    """Start the run and go to its page; the same form sent twice starts one."""
    form = request.POST
    try:
        key = UUID(form.get("key", ""))
    except ValueError as error:
        raise FormBroken from error
    verb = form.get("verb", "")
    start_batch(
        actor=request.actor,
        at=clock.now(),
        key=key,
        verb=verb,
        choices={**_choices(verb, form), "language": active()},
        codes=carried(form, "codes"),
        seen=_seen(form),
    )
    return HttpResponseRedirect(reverse("desk:batch", args=[key]), status=303)


def _seen(form: QueryDict) -> list[int]:
    """Return where the chosen dossiers stood on the page of choices. Raises FormBroken."""
    words = form.get("seen", "").split()
    if not all(word.isascii() and word.isdigit() and len(word) < SEEN_DIGITS for word in words):
        raise FormBroken
    return [int(word) for word in words]


def _choices(verb: str, form: QueryDict) -> Mapping[str, Any]:
    """Return the other arguments of the single act. Raises FormBroken."""
    if verb == "advance":
        return {"action": form.get("action", "")[:40], "note": posted.text(form, "note")}
    if verb == "assign":
        return {"account_id": posted.number(form, "account")}
    if verb == "return":
        to = form.get("to", "")
        return {"to": to if to in WAYS else "counter"}
    if verb == "print" and form.get("form") in {kind.value for kind in PRINTED}:
        return {"kind": form["form"]}
    raise FormBroken
