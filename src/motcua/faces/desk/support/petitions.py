# SPDX-License-Identifier: Apache-2.0
"""The petitions that lie before the reader's units, due first."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from motcua.domains.support.commands import HANDLERS
from motcua.domains.support.queries import petitions as queries
from motcua.domains.support.queries.petitions import PetitionRow
from motcua.domains.units import queries as units
from motcua.faces.design.petitions import kind_words, state_words
from motcua.faces.desk.naming import unit_name
from motcua.faces.desk.screens import log, screen
from motcua.kit import clock
from motcua.kit.access import Actor
from motcua.kit.guards import role_required
from motcua.rules.worktime import shown_due

TONES = {
    "filed": "new", "taken_up": "open", "asked": "ask", "supplied": "open", "refused": "closed",
    "answered": "ask", "published": "done", "reopened": "ask",
}  # fmt: skip


@role_required(*HANDLERS)
@require_safe
def petitions(request: HttpRequest) -> HttpResponse:
    """List what the units must move on, the most urgent first; or the newest of all."""
    actor: Actor = request.actor
    everything = request.GET.get("all") == "1"
    rows = queries.inbox(unit_ids(actor), everything=everything)
    log(actor, "petitions", [row.code for row in rows])
    context = {"lines": [_line(row) for row in rows], "everything": everything}
    return screen(request, "support/petitions", context, tab="petitions")


def unit_ids(actor: Actor) -> list[int]:
    """Return the units in which the reader handles petitions."""
    return sorted({post.unit_id for role in HANDLERS for post in actor.posts_as(role)})


def _line(row: PetitionRow) -> dict[str, object]:
    overdue = row.due_at is not None and row.due_at < clock.now()
    due = shown_due(row.due_at, units.work_calendar(row.unit_id)) if row.due_at else None
    return {
        "row": row, "kind": kind_words(row.kind), "state": state_words(row.state),
        "tone": TONES[row.state], "unit": unit_name(row.unit_id), "overdue": overdue, "due": due,
    }  # fmt: skip
