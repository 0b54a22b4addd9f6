# SPDX-License-Identifier: Apache-2.0
"""Workflows after the real steps and hours of an internal process an authority has published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from motcua.rules.words import fold
from motcua.rules.workflow.kinds import StepKind
from motcua.rules.workflow.stations import (
    APPRAISE,
    APPROVE,
    ASSIGN,
    COMMITTEE,
    FORWARD,
    HANDOVER,
    ISSUE,
    REGISTERED,
    REVIEW,
    Sort,
    Station,
    chain,
)

_COUNTER: Final = ("tiep nhan", "mot cua", "tn&tkq", "phuc vu hanh chinh cong", "ttpvhcc")
_LEADER: Final = ("lanh dao", "chu tich", "giam doc", "truong phong", "thu truong", "dung dau")
_LEADERS_ACTIONS: Final = ("sign", "assign")
_DIVISION: Final = ("phong", "van phong")

Step = Mapping[str, Any]


def is_usable(process: Mapping[str, Any]) -> bool:
    """Whether a published process can be followed: its times add up and a leader decides."""
    if process.get("parse_quality") != "verified_sum":
        return False
    sorts = [station.sort for station in _stations(process["steps"])]
    return APPRAISE in sorts and any(sort.kind is StepKind.APPROVAL for sort in sorts)


def fitted(process: Mapping[str, Any], minutes: int | None) -> tuple[dict[str, Any], bool]:
    """Return the mapping of a workflow with the steps and hours of a usable process.

    Second is whether its times stand as published: they are scaled down when together they
    are more than `minutes`, the time limit in working minutes (None when unknown).
    """
    stations = _stations(process["steps"])
    total = sum(station.minutes or 0 for station in stations[:-1])
    if minutes is None or total <= minutes:
        return chain(stations), True
    scaled = [
        replace(station, minutes=(station.minutes or 0) * minutes // total)
        for station in stations[:-1]
    ]
    return chain([*scaled, stations[-1]]), False


def _stations(steps: Sequence[Step]) -> list[Station]:
    timed = [step for step in steps if step.get("hours") is not None]
    returned = next((s for s in reversed(timed) if s["action"] == "return_result"), None)
    between = [step for step in timed if step["action"] != "return_result"]
    handover = Station(HANDOVER, _minutes(returned) if returned else None)
    return [*_received(between), handover]


def _received(steps: Sequence[Step]) -> Iterator[Station]:
    """Yield the stations from the reception on, which is there whether or not it was counted."""
    first = steps[0] if steps and steps[0]["action"] == "receive" else None
    yield Station(REGISTERED, _minutes(first) if first else None)
    appraised = False
    for step in steps[1:] if first else steps:
        sort = _sort(step, appraised)
        appraised = appraised or sort is APPRAISE
        yield Station(sort, _minutes(step), step["action"] == "consult")


def _minutes(step: Step) -> int:
    return int(step["hours"] * 60)


_BY_ACTION: Final[Mapping[str, Sort]] = MappingProxyType(
    {"clerk_issue": ISSUE, "consult": APPRAISE}
)


def _sort(step: Step, appraised: bool) -> Sort:
    """Tell what a step is; before anybody has appraised, a leader's step is the assignment."""
    if step["action"] in _BY_ACTION:
        return _BY_ACTION[step["action"]]
    if step.get("actor_level") == "provincial_pc":
        return COMMITTEE
    actor = fold(step.get("actor") or "")
    if step["action"] in _LEADERS_ACTIONS or actor.startswith(_LEADER):
        return _decision(actor) if appraised else ASSIGN
    if step["action"] == "receive" and any(word in actor for word in _COUNTER):
        return FORWARD
    return APPRAISE


def _decision(actor: str) -> Sort:
    is_division = any(
        f"lanh dao {word}" in actor or f"truong {word}" in actor for word in _DIVISION
    )
    return REVIEW if is_division else APPROVE
