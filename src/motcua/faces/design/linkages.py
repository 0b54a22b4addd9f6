# SPDX-License-Identifier: Apache-2.0
"""How the parts of one application are shown, to applicants and to officials alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from motcua.domains.dossiers.queries.linkages import Judged, PartCard
from motcua.domains.procedures import queries as procedures
from motcua.domains.units import queries as units
from motcua.faces.design.marks import Mark
from motcua.faces.design.titles import both_text
from motcua.rules.interlinking import Part, Standing
from motcua.rules.worktime import shown_due

MARKS: Mapping[Standing, Mark] = {
    Standing.LATE: Mark(_("Late"), "late", "!"),
    Standing.FAILED: Mark(_("Ended without a result"), "closed", "×"),
    Standing.ASKED: Mark(_("Waits for the applicant"), "ask", "!"),
    Standing.BLOCKED: Mark(_("Cannot begin"), "closed", "×"),
    Standing.WAITING: Mark(_("Not begun yet"), "calm", "○"),
    Standing.RUNNING: Mark(_("In progress"), "open", "●"),
    Standing.READY: Mark(_("Result ready"), "done", "✓"),
    Standing.RETURNED: Mark(_("Result returned"), "done", "✓"),
}


@dataclass(frozen=True, slots=True)
class PartRow:
    """One part: its dossier if it has one, else what it waits for."""

    card: PartCard
    title: Mapping[str, str]
    unit: str
    mark: Mark
    is_late: bool
    due_at: datetime | None
    is_expected: bool
    waits_for: str


def part_rows(found: Judged, unit_name: Callable[[int], str]) -> list[PartRow]:
    """Return the parts in their order; due moments as citizens are told them."""
    titles = {card.name: procedures.title(card.version_id) for card, _ in found.parts}
    return [_row(card, part, titles, unit_name) for card, part in found.parts]


def _row(
    card: PartCard,
    part: Part,
    titles: Mapping[str, Mapping[str, str]],
    unit_name: Callable[[int], str],
) -> PartRow:
    calendar = units.work_calendar(card.competent_unit_id)
    waits = [both_text(titles[name]) for name in card.waits_for] if card.status is None else []
    return PartRow(
        card=card,
        title=titles[card.name],
        unit=unit_name(card.competent_unit_id),
        mark=MARKS[part.standing],
        is_late=part.standing is Standing.LATE,
        due_at=shown_due(part.due_at, calendar) if part.due_at else None,
        is_expected=part.is_expected,
        waits_for=", ".join(waits),
    )
