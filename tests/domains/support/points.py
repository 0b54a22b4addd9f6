# SPDX-License-Identifier: Apache-2.0
"""A support point for tests."""

from __future__ import annotations

from datetime import date
from typing import Any

from motcua.domains.support.acts.open_support_point import NewPoint, open_support_point
from motcua.domains.units import queries as units
from tests.domains.support.conftest import Place, by

TODAY = date(2026, 7, 3)
WEEK = {1: "07:30-11:30", 5: "07:30-11:30, 18:00-20:30", 6: "18:00-20:30"}


def new_point(place: Place, **changes: Any) -> NewPoint:
    """A point that lacks nothing."""
    values = {
        "unit_id": place.unit_id,
        "name": "Nhà văn hóa thôn Đoài",
        "address": "Thôn Đoài",
        "commune_code": units.agency(place.unit_id).commune_code,
        "phone": "0222 3812 345",
        "days": WEEK,
        "valid_from": TODAY,
        **changes,
    }
    return NewPoint(**values)


def opened(place: Place, **changes: Any) -> int:
    """The id of a point just opened."""
    return open_support_point(by=by(place.admin), point=new_point(place, **changes))
