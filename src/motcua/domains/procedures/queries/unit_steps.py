# SPDX-License-Identifier: Apache-2.0
"""What a unit has laid down for itself: the time of each step, and who does it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Max

from motcua.domains.procedures.models import Competence, StepHours, StepOfficer
from motcua.domains.procedures.queries.versions import Version, current
from motcua.domains.units import queries as units
from motcua.kit.snapshots import Snapshot
from motcua.rules.workflow import Step, StepKind
from motcua.rules.worktime import limit_minutes

OWN_KINDS = frozenset(
    {StepKind.RECEPTION, StepKind.PROCESSING, StepKind.APPROVAL, StepKind.HANDOVER}
)


@dataclass(frozen=True, slots=True)
class HoursCard:
    """A unit's own times of a procedure over a period; no minutes: those of the version."""

    valid_from: date
    valid_to: date | None
    minutes: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class UnitSteps:
    """The steps of a procedure in a unit on a day.

    `most_minutes` is what the promised limit is worth, None when no limit is known, and `minutes`
    what holds on the day by step: both of the longest channel, the others take their share.
    `periods` is what was and will be laid down, newest first.
    """

    version: Version
    steps: tuple[Step, ...]
    most_minutes: int | None
    minutes: Mapping[str, int]
    periods: tuple[HoursCard, ...]


def timed(step: Step, unit_id: int, of: Version, *, channel: int, on: date) -> Step:
    """Return the step with its time in the unit on that day, shorter where the channel's limit is.

    So the steps fit the limit of every channel.
    """
    step = _own(step, unit_id, of.code, on)
    minutes = of.terms.share(step.minutes, channel, on)
    return step if minutes == step.minutes else replace(step, minutes=minutes)


def _own(step: Step, unit_id: int, code: str, on: date) -> Step:
    """Return the step with the unit's own time, if it has laid one down for that day."""
    for period in _HOURS.get().get((unit_id, code), ()):
        if period.valid_from <= on and (period.valid_to is None or on < period.valid_to):
            minutes = period.minutes.get(step.name)
            return replace(step, minutes=minutes) if minutes else step
    return step


def unit_steps(unit_id: int, code: str, on: date) -> UnitSteps:
    """Return the steps of a procedure with the unit's times. Raises NotFound."""
    version = current(code, on)
    steps = tuple(step for step in version.workflow.authored() if _has_time(step))
    limit = version.terms.on(on)
    own = {step.name: _own(step, unit_id, code, on).minutes or 0 for step in steps}
    return UnitSteps(
        version=version,
        steps=steps,
        most_minutes=limit_minutes(limit, units.work_calendar(unit_id)) if limit else None,
        minutes=own,
        periods=tuple(reversed(_HOURS.get().get((unit_id, code), ()))),
    )


def _has_time(step: Step) -> bool:
    """Say whether a step takes officials time of its own; others cannot be given any."""
    return step.kind in OWN_KINDS and bool(step.minutes)


def procedures_of(unit_id: int, on: date) -> tuple[str, ...]:
    """Return the codes of the procedures that a unit decides on a day."""
    rows = Competence.objects.on(on).filter(agency_id=unit_id)
    return tuple(rows.order_by("procedure_id").values_list("procedure_id", flat=True))


def step_officers(unit_id: int, code: str, on: date) -> Mapping[str, int]:
    """Return the account to whom each step falls on a day; steps without one are left out."""
    rows = StepOfficer.objects.on(on).filter(unit_id=unit_id, procedure_id=code)
    return dict(rows.values_list("step", "account_id"))


def steps_named(unit_id: int, account_id: int, on: date) -> int:
    """Return how many steps of procedures fall to this account in the unit on a day."""
    return StepOfficer.objects.on(on).filter(unit_id=unit_id, account_id=account_id).count()


def _version() -> int | None:
    newest: int | None = StepHours.objects.aggregate(newest=Max("id"))["newest"]
    return newest


def _build(today: date) -> dict[tuple[int, str], tuple[HoursCard, ...]]:
    found: dict[tuple[int, str], list[HoursCard]] = {}
    for row in StepHours.objects.order_by("valid_from"):
        card = HoursCard(row.valid_from, row.valid_to, row.minutes)
        found.setdefault((row.unit_id, row.procedure_id), []).append(card)
    return {key: tuple(cards) for key, cards in found.items()}


_HOURS = Snapshot(version=_version, build=_build)
