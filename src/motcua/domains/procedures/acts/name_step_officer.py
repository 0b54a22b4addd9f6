# SPDX-License-Identifier: Apache-2.0
"""Say which officer of a unit does one step of a procedure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.people import queries as people
from motcua.domains.procedures import unit_rights
from motcua.domains.procedures.models import StepOfficer
from motcua.domains.procedures.queries import unit_steps
from motcua.domains.units import queries as units
from motcua.kit import audit, idempotency
from motcua.kit.access import Actor
from motcua.kit.clock import VN
from motcua.kit.faults import Fault
from motcua.rules.workflow import Step


class NotTheirRole(Fault):
    """The officer has no post in which this step is done."""

    sentence = gettext_lazy("Choose somebody of your unit whose post does this step.")


@dataclass(frozen=True, slots=True, kw_only=True)
class StepName:
    """A step and its officer from a day on; no account leaves it to everybody in the role."""

    unit_id: int
    procedure_code: str
    step: str
    account_id: int | None
    valid_from: date


@transaction.atomic
def name_step_officer(*, actor: Actor, at: datetime, key: UUID, named: StepName) -> None:
    """Let the step fall to an officer from today or later; others in the role may still do it.

    Raises NotPermitted, NotCompetent, NotFound, UnknownStep, NotTheirRole, NotTomorrow.
    """
    post = unit_rights.must_run(actor, named.unit_id)
    if named.valid_from < at.astimezone(VN).date():
        raise unit_rights.NotTomorrow
    unit_rights.must_handle(named.unit_id, named.procedure_code, named.valid_from)
    _check(named)
    subject = f"unit_steps:{named.unit_id}:{named.procedure_code}"
    if not idempotency.spend(key=key, act="name_step_officer", actor=actor, subject=subject, at=at):
        return
    rows = StepOfficer.objects.filter(
        unit_id=named.unit_id, procedure_id=named.procedure_code, step=named.step
    )
    rows.filter(valid_from__gte=named.valid_from).delete()
    rows.on(named.valid_from).update(valid_to=named.valid_from)
    if named.account_id is not None:
        StepOfficer.objects.create(
            unit_id=named.unit_id, procedure_id=named.procedure_code, step=named.step,
            account_id=named.account_id, valid_from=named.valid_from,
        )  # fmt: skip
    facts = {
        "step": named.step, "account": named.account_id, "from": named.valid_from.isoformat(),
    }  # fmt: skip
    audit.append(
        chain=subject, at=at, act="name_step_officer", actor=actor, post=post, payload=facts
    )


def _check(named: StepName) -> None:
    known = unit_steps(named.unit_id, named.procedure_code, named.valid_from)
    step = next((step for step in known.steps if step.name == named.step), None)
    if step is None:
        raise unit_rights.UnknownStep
    if named.account_id is not None and named.account_id not in _able(named, step):
        raise NotTheirRole


def _able(named: StepName, step: Step) -> set[int]:
    """Return who holds the role of the step in the unit, or at the counter that serves it."""
    where = {named.unit_id, units.agency(named.unit_id).one_stop_id or named.unit_id}
    held = [
        card.account_id
        for unit_id in where
        for card in people.holders(unit_id, on=named.valid_from, role=step.role)
    ]
    return set(held)
