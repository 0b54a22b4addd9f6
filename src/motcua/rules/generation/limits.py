# SPDX-License-Identifier: Apache-2.0
"""Reads the time limit of a procedure out of its national record, unit and all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from motcua.rules.words import fold
from motcua.rules.worktime import SAME_DAY, Limit, LimitUnit, WorkCalendar, limit_minutes

ORDINARY: Final = WorkCalendar()
"""The plain week: a limit is compared, not counted on a certain date."""

CUT_OFF: Final = "15 giờ"
"""What the record of certifications gives for a time limit: the hour up to which papers
received are certified the same day. Source: 23/2015/NĐ-CP, article 7."""

_UNITS: Final[Mapping[str, LimitUnit]] = MappingProxyType(
    {
        "ngay lam viec": LimitUnit.WORKING_DAYS,
        "gio lam viec": LimitUnit.WORKING_HOURS,
        "ngay": LimitUnit.DAYS,
        "gio": LimitUnit.WORKING_HOURS,
        "thang": LimitUnit.MONTHS,
    }
)
_STATED: Final = re.compile(
    r"(?<![\d.,])(\d{1,4})\s*(?:\([^)]*\)|\))?\s*(ngay lam viec|gio lam viec|ngay|gio|thang)\b"
)
_NUMBER: Final = re.compile(r"\d")
_AT_ONCE: Final = re.compile(r"^\s*ngay (?:sau khi|khi|trong ngay)\b|^\s*trong ngay\b")
_WORKING_DAY_HOURS: Final = 8


@dataclass(frozen=True, slots=True)
class NationalLimit:
    """What the record states: the longest limit, None when no unit or no time is given.

    `by_channel` is filled when each channel has one limit and they differ. `is_certain` is false
    whenever a person has to look at the legal text.
    """

    longest: Limit | None
    by_channel: Mapping[str, Limit] = field(default_factory=dict)
    is_certain: bool = False


@dataclass(frozen=True, slots=True)
class _Stated:
    limit: Limit | None
    is_clear: bool = True
    channel: str = ""


def national_limit(facts: Mapping[str, Any]) -> NationalLimit:
    """Return the time limit of a national record; what has no unit is never guessed."""
    stated = tuple(_from_channels(facts.get("submission") or ()))
    if not stated:
        stated = tuple(_from_text(facts.get("processing_time") or ""))
    limits = {one.limit for one in stated if one.limit is not None}
    if not limits:
        return NationalLimit(None)
    longest = max(limits, key=lambda limit: (minutes(limit), limit.unit, limit.amount))
    is_certain = len(limits) == 1 and all(one.limit and one.is_clear for one in stated)
    return NationalLimit(longest, _by_channel(stated), is_certain)


def minutes(limit: Limit) -> int:
    """Return what a limit is worth in working minutes of the plain week."""
    return limit_minutes(limit, ORDINARY)


def _from_channels(submission: Iterable[Mapping[str, Any]]) -> Iterator[_Stated]:
    for way in submission:
        value, unit = way.get("time_value"), way.get("time_unit")
        if value is not None:
            yield _Stated(*_limit(value, unit), channel=way.get("form") or "")


def _from_text(text: str) -> Iterator[_Stated]:
    """A text, unlike a structured value, may speak of an hour of the day or of “at once”."""
    if text == CUT_OFF or _AT_ONCE.search(fold(text)):
        yield _Stated(SAME_DAY, is_clear=False)
        return
    for part in text.split(";"):
        found = _STATED.findall(fold(part))
        for value, unit in found:
            yield _Stated(*_limit(int(value), unit))
        if not found and _NUMBER.search(part):
            yield _Stated(None, is_clear=False)


def _limit(value: float, unit: str | None) -> tuple[Limit | None, bool]:
    """Return the limit and whether it is clear: 24 “hours” may be hours of the clock."""
    kind = _UNITS.get(fold(unit or ""))
    if kind is LimitUnit.WORKING_DAYS and value != int(value):
        kind, value = LimitUnit.WORKING_HOURS, value * _WORKING_DAY_HOURS
    if kind is None or value != int(value) or not 1 <= value <= 9999:
        return None, False
    is_clock = kind is LimitUnit.WORKING_HOURS and "lam viec" not in fold(unit or "")
    return Limit(int(value), kind), not (is_clock and value > _WORKING_DAY_HOURS)


def _by_channel(stated: Iterable[_Stated]) -> Mapping[str, Limit]:
    found: dict[str, set[Limit | None]] = {}
    for one in stated:
        found.setdefault(one.channel, set()).add(one.limit)
    single = {channel: next(iter(limits)) for channel, limits in found.items() if len(limits) == 1}
    known = {channel: limit for channel, limit in single.items() if channel and limit is not None}
    return known if len(known) == len(found) and len(set(known.values())) > 1 else {}
