# SPDX-License-Identifier: Apache-2.0
"""The database itself refuses two names at once and two kinds of one day."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from motcua.domains.units.models import Agency, AgencyName, CalendarDay, OfficeHours

pytestmark = pytest.mark.django_db


@pytest.fixture
def agency() -> Agency:
    return Agency.objects.create(
        key="BN-X", code="H05.99", code_kind="synthetic", level="province", kind="department"
    )


def name(agency: Agency, first: date, last: date | None) -> None:
    AgencyName.objects.create(
        agency=agency, name_vi="Sở", name_en="Dept", short_name="Sở", sort_key="S",
        valid_from=first, valid_to=last,
    )  # fmt: skip


def test_an_agency_has_one_name_at_a_time(agency: Agency) -> None:
    name(agency, date(2025, 7, 1), date(2026, 1, 1))
    name(agency, date(2026, 1, 1), None)

    with pytest.raises(IntegrityError), transaction.atomic():
        name(agency, date(2026, 6, 1), None)


def test_a_day_has_one_kind_for_all(agency: Agency) -> None:
    CalendarDay.objects.create(date=date(2026, 1, 1), kind="holiday")
    CalendarDay.objects.create(date=date(2026, 1, 1), kind="swap_work", agency=agency)

    with pytest.raises(IntegrityError), transaction.atomic():
        CalendarDay.objects.create(date=date(2026, 1, 1), kind="swap_off")


def test_default_hours_hold_one_at_a_time() -> None:
    OfficeHours.objects.create(valid_from=date(2000, 1, 1), spans=[["07:00", "11:30"]])

    with pytest.raises(IntegrityError), transaction.atomic():
        OfficeHours.objects.create(valid_from=date(2026, 1, 1), spans=[["08:00", "12:00"]])
