# SPDX-License-Identifier: Apache-2.0
"""Which time limit of a dossier counts now, until or since when, and what it is for."""

from __future__ import annotations

from datetime import datetime
from typing import Final, NamedTuple

from django.utils.translation import gettext_lazy

from motcua.domains.dossiers.queries.card import DossierCard
from motcua.domains.units import queries as units
from motcua.faces.desk.rows import STANDING
from motcua.rules.workflow import Status
from motcua.rules.worktime import shown_due, verdict

ANSWER: Final = gettext_lazy("to accept the submission, refuse it or ask to complete it")
UNANSWERED: Final = gettext_lazy(
    "since then the submission should be accepted, refused or asked to be completed"
)


class ShownClock(NamedTuple):
    """The limit that counts now: its state, its moment; `what` only if it is not the result's."""

    state: str
    until: datetime | None
    what: str


def shown_clock(shown: DossierCard, at: datetime) -> ShownClock:
    """Return the limit of the result; before acceptance, that of the answer to the submission."""
    starts, ends, unit_id = shown.received_at, shown.due_at, shown.competent_unit_id
    if shown.status == Status.SUBMITTED:
        starts, ends, unit_id = shown.submitted_at, shown.queue_due_at, shown.receiving_unit_id
    state, what = "none", ""
    if shown.status in STANDING:
        state = "paused"
    elif starts is not None and ends is not None:
        state = verdict(
            due_at=ends, ended_at=shown.ended_at, at=at, received_at=starts,
            calendar=units.work_calendar(unit_id),
        ).value  # fmt: skip
    if shown.status == Status.SUBMITTED:
        what = str(UNANSWERED if state == "overdue" else ANSWER)
    return ShownClock(state, shown_due(ends, units.work_calendar(unit_id)) if ends else None, what)
