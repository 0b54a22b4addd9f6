# SPDX-License-Identifier: Apache-2.0
"""Which time limit of a dossier counts now, by whose calendar, until when, and what it is for."""

from __future__ import annotations

from datetime import datetime
from typing import Final, NamedTuple

from django.utils.translation import gettext_lazy

from motcua.domains.dossiers.queries.card import DossierCard
from motcua.domains.dossiers.queries.inbox import InboxRow
from motcua.domains.units import queries as units
from motcua.rules.workflow import Status
from motcua.rules.worktime import WorkCalendar, shown_due, verdict

STANDING: Final = frozenset({Status.SUPPLEMENT, Status.PAYMENT})
ANSWER: Final = gettext_lazy("to accept the submission, refuse it or ask to complete it")
UNANSWERED: Final = gettext_lazy(
    "since then the submission should be accepted, refused or asked to be completed"
)
Limited = DossierCard | InboxRow


def counting_unit(one: Limited) -> int:
    """Return the unit by whose calendar the limit counts; before acceptance, the counter."""
    return one.receiving_unit_id if one.status == Status.SUBMITTED else one.competent_unit_id


def limit_of(one: Limited) -> tuple[datetime | None, datetime | None]:
    """Return from when to when the limit runs; before acceptance, that of the answer."""
    if one.status == Status.SUBMITTED:
        return one.submitted_at, one.queue_due_at
    return one.received_at, one.due_at


def due_state(one: Limited, at: datetime, calendar: WorkCalendar) -> str:
    """Return the state of the limit: a verdict, `paused`, or `none` without limit.

    `calendar` is that of the counting unit.
    """
    if one.status in STANDING:
        return "paused"
    starts, ends = limit_of(one)
    if starts is None or ends is None:
        return "none"
    return verdict(
        due_at=ends, ended_at=one.ended_at, at=at, received_at=starts, calendar=calendar
    ).value


class ShownClock(NamedTuple):
    """The limit that counts now: its state, its moment; `what` only if it is not the result's."""

    state: str
    until: datetime | None
    what: str


def shown_clock(shown: DossierCard, at: datetime) -> ShownClock:
    """Return the limit of the result; before acceptance, that of the answer to the submission."""
    calendar = units.work_calendar(counting_unit(shown))
    state, (_, ends) = due_state(shown, at, calendar), limit_of(shown)
    what = ""
    if shown.status == Status.SUBMITTED:
        what = str(UNANSWERED if state == "overdue" else ANSWER)
    return ShownClock(state, shown_due(ends, calendar) if ends else None, what)
