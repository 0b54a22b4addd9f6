# SPDX-License-Identifier: Apache-2.0
"""What the rival templates ask of a model row; the rules behind are the same as ours."""

from __future__ import annotations

from datetime import datetime

from django import template

from motcua.domains.dossiers.models import Dossier
from motcua.domains.procedures import queries as procedures
from motcua.domains.units import queries as units
from motcua.faces.design import marks
from motcua.faces.desk.rows import due_state
from motcua.rules.worktime import shown_due

register = template.Library()


@register.filter
def step_title(row: Dossier) -> str:
    """Return the Vietnamese title of the step; versions are cached as ours are."""
    return procedures.version(row.version_id).workflow.steps[row.step].title["vi"]


@register.filter
def status_mark(row: Dossier) -> marks.Mark:
    """Return wording, tone and sign of the status."""
    return marks.STATUSES[row.status]


@register.filter
def due_mark(row: Dossier, at: datetime) -> marks.Mark:
    """Return wording, tone and sign of the due state."""
    return marks.DUES[due_state(row, at, units.work_calendar(row.competent_unit_id))]


@register.filter
def until(row: Dossier) -> datetime | None:
    """Return the due moment as the applicant reads it."""
    if row.due_at is None:
        return None
    return shown_due(row.due_at, units.work_calendar(row.competent_unit_id))
