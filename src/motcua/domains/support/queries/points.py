# SPDX-License-Identifier: Apache-2.0
"""Support points as the public and the unit's administrator see them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from motcua.domains.support.models import PointDuty, PointHours, SupportPoint
from motcua.domains.units import queries as units
from motcua.kit.clock import VN
from motcua.kit.faults import NotFound
from motcua.rules import opening
from motcua.rules.opening import WeekHours


@dataclass(frozen=True, slots=True)
class PointCard:
    """A support point on a day, with the hours in force then."""

    id: int
    name: str
    address: str
    hamlet: str
    commune_code: str
    unit_id: int
    phone: str
    source: str
    valid_from: date
    valid_to: date | None
    days: Mapping[str, str]

    @property
    def hours(self) -> WeekHours:
        """The hours as the rule works on them."""
        read = {int(day): opening.parse_spans(text) for day, text in self.days.items()}
        return WeekHours(read)


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a point is open at a moment: until when, or when next; is somebody on duty."""

    open_until: datetime | None
    opens_at: datetime | None
    on_duty: bool


@dataclass(frozen=True, slots=True)
class DutyLine:
    """One line of the roster, for the unit itself."""

    on: date
    starts: time
    ends: time
    account_id: int


_FIELDS = (
    "pk", "name", "address", "hamlet", "commune_id", "unit_id", "phone", "source", "valid_from",
    "valid_to",
)  # fmt: skip


def points(
    *, on: date, commune_code: str = "", unit_ids: Iterable[int] | None = None
) -> tuple[PointCard, ...]:
    """Return the points there are on a day, of one commune or of some units or of all, by name."""
    rows = SupportPoint.objects.on(on)
    if commune_code:
        rows = rows.filter(commune_id=commune_code)
    if unit_ids is not None:
        rows = rows.filter(unit_id__in=list(unit_ids))
    return _cards(rows.order_by("sort_key", "pk").values_list(*_FIELDS), on)


def own_points(unit_id: int, *, on: date) -> tuple[PointCard, ...]:
    """Return the points of a unit that are or will be, with the hours of the day or the first."""
    rows = SupportPoint.objects.filter(unit_id=unit_id).exclude(valid_to__lte=on)
    return _cards(rows.order_by("sort_key", "pk").values_list(*_FIELDS), on)


def point(point_id: int, *, on: date) -> PointCard:
    """Return one point, also when it is closed. Raises NotFound."""
    row = SupportPoint.objects.filter(pk=point_id).values_list(*_FIELDS).first()
    if row is None:
        raise NotFound
    return _cards([row], on)[0]


def standing(card: PointCard, at: datetime) -> Standing:
    """Return whether it is open at the moment, by its hours and the calendar of its unit."""
    calendar = units.work_calendar(card.unit_id)
    until = opening.open_until(card.hours, at, calendar)
    opens = None if until else opening.next_opening(card.hours, at, calendar)
    here = at.astimezone(VN)
    now = PointDuty.objects.filter(
        point_id=card.id, on=here.date(), starts__lte=here.time(), ends__gt=here.time()
    )
    return Standing(until, opens, until is not None and now.exists())


def roster(point_id: int, *, first: date) -> tuple[DutyLine, ...]:
    """Return who is on duty from a day on."""
    rows = PointDuty.objects.filter(point_id=point_id, on__gte=first)
    ordered = rows.order_by("on", "starts", "pk")[:200]
    return tuple(DutyLine(*row) for row in ordered.values_list(*DutyLine.__slots__))


def _cards(rows: Iterable[Any], on: date) -> tuple[PointCard, ...]:
    found = list(rows)
    ids = [row[0] for row in found]
    periods = PointHours.objects.filter(point_id__in=ids).exclude(valid_to__lte=on)
    days: dict[int, Mapping[str, str]] = {}
    for point_id, written in periods.order_by("-valid_from").values_list("point_id", "days"):
        days[point_id] = written
    return tuple(PointCard(*row, days.get(row[0], {})) for row in found)
