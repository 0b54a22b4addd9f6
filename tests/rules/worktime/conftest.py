# SPDX-License-Identifier: Apache-2.0
"""The calendar and the tables these tests share."""

from __future__ import annotations

from datetime import date

import pytest

from motcua.kit.datafiles import read_yaml
from motcua.rules.worktime import WorkCalendar, work_calendar


@pytest.fixture(scope="session")
def calendar() -> WorkCalendar:
    """The calendar the product ships."""
    hours = read_yaml("law/office_hours.yaml")["office_hours"]
    return work_calendar(read_yaml("law/holidays.yaml"), hours, on=date(2026, 6, 1))
