# SPDX-License-Identifier: Apache-2.0
"""Work outside office hours is written down and moves no clock; due dates stand in the log."""

from __future__ import annotations

from datetime import datetime

import pytest

from motcua.domains.dossiers import day_values
from motcua.domains.dossiers.queries.card import history
from motcua.kit.models import AuditEntry
from tests.builders import vn
from tests.domains.dossiers.conftest import Town, row

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("at", "flagged"),
    [
        (vn("2026-07-04 10:00"), True),  # Saturday
        (vn("2026-07-03 17:30"), True),
        (vn("2026-07-03 12:00"), True),
        (vn("2026-07-03 17:00"), False),
        (vn("2026-07-06 07:00"), False),
    ],
)
def test_work_outside_office_hours_is_flagged_and_moves_no_due_date(
    town: Town, at: datetime, flagged: bool
) -> None:
    code = town.received()
    before = row(code).due_at

    town.advance(town.counter, code, "hand_over", at)

    assert [line.off_hours for line in history(code)] == [False, False, flagged]
    assert row(code).due_at == before


def test_a_citizen_who_acts_on_sunday_is_not_flagged(town: Town) -> None:
    code = town.submitted(vn("2026-07-05 10:00"))

    assert [line.off_hours for line in history(code)] == [False]


def test_receipt_on_sunday_starts_the_clock_on_monday(town: Town) -> None:
    code = town.received(vn("2026-07-05 10:00"))

    assert row(code).due_at == vn("2026-07-13 07:00")
    assert history(code)[1].off_hours


def test_links_state_due_dates_only_when_they_move(town: Town) -> None:
    code = town.decided()

    links = AuditEntry.objects.filter(chain=f"dossier:{code}").order_by("seq")

    stated = [link.act for link in links if "dues" in link.payload]
    assert stated == ["submit", "receive"]
    dues = links[1].payload["dues"]
    assert [datetime.fromisoformat(one) for one in dues] == [
        vn("2026-07-17 10:00"),
        vn("2026-07-10 10:00"),
        vn("2026-07-10 10:00"),
    ]


def test_the_value_of_a_day_is_dated_and_names_its_source() -> None:
    value = day_values.on(vn("2026-07-01 08:00").date())

    assert value is not None
    assert all(value.source[language] and value.basis[language] for language in ("vi", "en"))
    assert value.to_verify is True
    assert day_values.on(vn("2024-12-31 08:00").date()) is None
