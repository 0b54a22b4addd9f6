# SPDX-License-Identifier: Apache-2.0
"""Let a unit divide the promised time of a procedure among its steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.procedures import unit_rights
from motcua.domains.procedures.models import StepHours
from motcua.domains.procedures.queries import UnitSteps, unit_steps
from motcua.kit import audit, idempotency
from motcua.kit.access import Actor
from motcua.kit.faults import Fault
from motcua.kit.snapshots import Snapshot

LEAST = 15


class LimitUnknown(Fault):
    """There is no promise to divide."""

    sentence = gettext_lazy("No time limit is known for this procedure, so it cannot be divided.")


class OverTheLimit(Fault):
    """The steps take longer than what was promised."""

    sentence = gettext_lazy(
        "The steps take %(sum)s minutes together; the promised limit is worth %(most)s."
    )


class StepTooShort(Fault):
    """A step without time, or with less than a quarter of an hour."""

    sentence = gettext_lazy("Give every step at least %(least)s minutes.")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewHours:
    """Working minutes by step, all steps stated; none at all takes the version's own again."""

    unit_id: int
    procedure_code: str
    minutes: Mapping[str, int]
    valid_from: date


@transaction.atomic
def set_step_hours(*, actor: Actor, at: datetime, key: UUID, hours: NewHours) -> None:
    """Let the times hold from a day to come; the version stays as it was published.

    Steps that began before keep their time, so the log still gives every due moment.
    Raises NotPermitted, NotCompetent, NotFound, NotTomorrow, UnknownStep, StepTooShort,
    LimitUnknown, OverTheLimit.
    """
    post = unit_rights.must_run(actor, hours.unit_id)
    unit_rights.must_come(hours.valid_from, at)
    unit_rights.must_handle(hours.unit_id, hours.procedure_code, hours.valid_from)
    known = unit_steps(hours.unit_id, hours.procedure_code, hours.valid_from)
    if hours.minutes:
        _check(known, hours.minutes)
    subject = f"unit_steps:{hours.unit_id}:{hours.procedure_code}"
    if not idempotency.spend(key=key, act="set_step_hours", actor=actor, subject=subject, at=at):
        return
    rows = StepHours.objects.filter(unit_id=hours.unit_id, procedure_id=hours.procedure_code)
    rows.filter(valid_from__gte=hours.valid_from).delete()
    rows.on(hours.valid_from).update(valid_to=hours.valid_from)
    StepHours.objects.create(
        unit_id=hours.unit_id, procedure_id=hours.procedure_code, minutes=dict(hours.minutes),
        valid_from=hours.valid_from,
    )  # fmt: skip
    Snapshot.changed()
    laid = {"from": hours.valid_from.isoformat(), "minutes": dict(hours.minutes)}
    audit.append(chain=subject, at=at, act="set_step_hours", actor=actor, post=post, payload=laid)


def _check(known: UnitSteps, minutes: Mapping[str, int]) -> None:
    if set(minutes) != {step.name for step in known.steps}:
        raise unit_rights.UnknownStep
    if min(minutes.values()) < LEAST:
        raise StepTooShort(least=LEAST)
    if known.most_minutes is None:
        raise LimitUnknown
    if sum(minutes.values()) > known.most_minutes:
        raise OverTheLimit(sum=sum(minutes.values()), most=known.most_minutes)
