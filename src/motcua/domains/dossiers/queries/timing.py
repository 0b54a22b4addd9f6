# SPDX-License-Identifier: Apache-2.0
"""Where the time of dossiers went, step by step and person by person; read from the log."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from motcua.domains.dossiers.ledger import chain_of
from motcua.domains.dossiers.traces import dues_of
from motcua.domains.procedures import queries as procedures
from motcua.domains.procedures.queries import Version
from motcua.domains.units import queries as units
from motcua.kit.clock import VN
from motcua.kit.models import AuditEntry
from motcua.rules.workflow import StepKind
from motcua.rules.worktime import WorkCalendar, working_minutes_between

OFFICE_STEPS = frozenset({StepKind.RECEPTION, StepKind.PROCESSING, StepKind.APPROVAL})


@dataclass(frozen=True, slots=True)
class Stay:
    """One stay of a dossier at one step of an office, in working minutes.

    `until` is None while it lies there; `actor_code` is who ended it. `past_due` is the part of
    the stay that lay after the promised date.
    """

    code: str
    version_id: int
    step: str
    since: datetime
    until: datetime | None
    actor_code: str
    actor_name: str
    planned: int | None
    used: int
    past_due: int

    @property
    def over(self) -> int:
        """Return how far the stay went beyond its share of the time."""
        return max(self.used - self.planned, 0) if self.planned is not None else 0


@dataclass(frozen=True, slots=True)
class StepUse:
    """One step of one version of a procedure: planned minutes and share, and what was used.

    What is planned is that of the longest channel; `over` counts each stay by its own.
    """

    version_id: int
    step: str
    planned: int | None
    planned_share: float | None
    stays: int
    lying: int
    used: int
    used_share: float | None
    over: int

    @property
    def mean(self) -> int:
        """Return the working minutes of a stay, on average."""
        return self.used // self.stays if self.stays else 0


@dataclass(frozen=True, slots=True)
class OfficerUse:
    """One officer: steps done, steps beyond their share and by how much, dossiers made later."""

    actor_code: str
    actor_name: str
    stays: int
    used: int
    over_stays: int
    over: int
    late_dossiers: int
    past_due: int


def stays(codes: Sequence[str], at: datetime) -> Iterator[Stay]:
    """Yield the stays of these dossiers up to a moment, step after step.

    A step that was taken back never was: the stay goes on.
    """
    chains = [chain_of(code) for code in codes]
    links = AuditEntry.objects.filter(chain__in=chains, at__lte=at).order_by("chain", "seq")
    fields = ("chain", "at", "act", "actor_code", "actor_name", "payload")
    rows = links.values_list(*fields).iterator()
    for chain, group in groupby(rows, key=lambda row: row[0]):
        yield from _of_dossier(chain.removeprefix("dossier:"), list(group), at)


def _of_dossier(code: str, links: list[tuple[Any, ...]], at: datetime) -> Iterator[Stay]:
    opening = links[0][5]
    version = procedures.version(opening["version"])
    calendar = units.work_calendar(opening["competent_unit"])
    done: list[Stay] = []
    of = (code, version, opening["channel"])
    step, since, due_at = opening["step"], links[0][1], None
    for _, moment, act, actor_code, actor_name, payload in links[1:]:
        if act == "roll_back" and done:
            taken_back = done.pop()
            step, since = taken_back.step, taken_back.since
        elif payload["step"] != step:
            whom = (actor_code, actor_name)
            done.append(_stay(of, step, (since, moment), due_at, whom, calendar))
            step, since = payload["step"], moment
        due_at = dues_of(payload).get("due_at", due_at)
    yield from (stay for stay in done if _is_office(version, stay.step))
    if _is_office(version, step):
        yield _stay(of, step, (since, None), due_at, ("", ""), calendar, at)


def _is_office(version: Version, step: str) -> bool:
    known = version.workflow.steps.get(step)
    return known is not None and known.kind in OFFICE_STEPS


def _stay(
    of: tuple[str, Version, int],
    step: str,
    span: tuple[datetime, datetime | None],
    due_at: datetime | None,
    whom: tuple[str, str],
    calendar: WorkCalendar,
    now: datetime | None = None,
) -> Stay:
    (code, version, channel), (since, until) = of, span
    end = until or now or since
    known = version.workflow.steps.get(step)
    usual = known.minutes if known else None
    past = max(since, due_at) if due_at else end
    return Stay(
        code, version.id, step, since, until, *whom,
        version.terms.share(usual, channel, since.astimezone(VN).date()),
        working_minutes_between(since, end, calendar),
        max(working_minutes_between(past, end, calendar), 0),
    )  # fmt: skip


def by_step(found: Sequence[Stay]) -> list[StepUse]:
    """Return the use of each step, version by version, in the order of the steps."""
    totals: dict[int, int] = {}
    for stay in found:
        totals[stay.version_id] = totals.get(stay.version_id, 0) + stay.used
    versions = {stay.version_id: procedures.version(stay.version_id) for stay in found}
    uses = []
    for version in sorted(versions.values(), key=lambda one: one.procedure_code):
        planned = sum(step.minutes or 0 for step in version.workflow.steps.values())
        for name, step in version.workflow.steps.items():
            mine = [one for one in found if (one.version_id, one.step) == (version.id, name)]
            if mine:
                uses.append(_use(mine, step.minutes, planned, totals[version.id]))
    return uses


def _use(mine: Sequence[Stay], own: int | None, planned_all: int, used_all: int) -> StepUse:
    first, used = mine[0], sum(one.used for one in mine)
    share = own / planned_all if own and planned_all else None
    return StepUse(
        first.version_id, first.step, own, share, len(mine),
        sum(one.until is None for one in mine), used, used / used_all if used_all else None,
        sum(one.over > 0 for one in mine),
    )  # fmt: skip


def by_officer(found: Sequence[Stay]) -> list[OfficerUse]:
    """Return the use of each officer who ended a stay, those who caused most lateness first."""
    people: dict[str, list[Stay]] = {}
    for stay in found:
        if stay.until is not None:
            people.setdefault(stay.actor_code, []).append(stay)
    uses = [_of_officer(mine) for mine in people.values()]
    return sorted(uses, key=lambda one: (-one.past_due, -one.over, one.actor_name))


def _of_officer(mine: Sequence[Stay]) -> OfficerUse:
    late = {one.code for one in mine if one.past_due}
    return OfficerUse(
        mine[-1].actor_code, mine[-1].actor_name, len(mine), sum(one.used for one in mine),
        sum(one.over > 0 for one in mine), sum(one.over for one in mine), len(late),
        sum(one.past_due for one in mine),
    )  # fmt: skip
