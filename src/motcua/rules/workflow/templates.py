# SPDX-License-Identifier: Apache-2.0
"""Workflows for procedures nobody has authored one for, by level and time limit."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Any, Final

from motcua.rules.workflow.stations import (
    APPRAISE,
    APPROVE,
    ASSIGN,
    HANDOVER,
    REGISTERED,
    Sort,
    Station,
    chain,
)

DAY: Final = 480
_HALF_DAY: Final = DAY // 2

_PERCENT: Final[Mapping[Sort, int]] = MappingProxyType({REGISTERED: 5, ASSIGN: 5, APPROVE: 20})
"""Of the time limit, the rest being the appraisal.

Medians of the 51 published internal processes of Vietnamese provinces whose step times add up:
reception 5, assignment 5, signing 15 and issuing 5 percent.
"""

_MOST: Final[Mapping[Sort, int]] = MappingProxyType(
    {REGISTERED: _HALF_DAY, ASSIGN: _HALF_DAY, APPROVE: 3 * DAY}
)
"""Working minutes that no such step takes more than in those processes."""


def template(
    levels: Collection[str], minutes: int | None, *, consults: bool = False
) -> dict[str, Any]:
    """Return the mapping of a workflow that fits a time limit.

    `levels` are the administrative levels that run the procedure, `tinh` and `xa` among them:
    a commune's path is counter, specialist, leader, counter; where only the province runs it,
    the leader assigns first, unless there is less than a day. `minutes` is the limit in
    working minutes, None when unknown: then no step has a time. The times never exceed it.
    """
    sorts = [REGISTERED, APPRAISE, APPROVE]
    if "xa" not in levels and (minutes is None or minutes >= DAY):
        sorts.insert(1, ASSIGN)
    times = {} if minutes is None else _times(sorts, minutes)
    stations = [Station(sort, times.get(sort), consults and sort is APPRAISE) for sort in sorts]
    return chain([*stations, Station(HANDOVER)])


def _times(sorts: list[Sort], minutes: int) -> dict[Sort, int]:
    """Share out the limit, in quarters of an hour where it is a day or more, else in fives."""
    grain = 15 if minutes >= DAY else 5
    times = {
        sort: min(_MOST[sort], minutes * _PERCENT[sort] // 100) // grain * grain
        for sort in sorts
        if sort in _PERCENT
    }
    times[APPRAISE] = (minutes - sum(times.values())) // grain * grain
    return times
