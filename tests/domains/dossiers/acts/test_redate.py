# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import date, datetime
from uuid import uuid4

import pytest

from motcua.domains.dossiers.acts.extend import extend
from motcua.domains.dossiers.acts.redate import redate
from motcua.domains.dossiers.ledger import By, Outcome
from motcua.domains.dossiers.queries import verification
from motcua.domains.units.acts.change_calendar_day import Day, change_calendar_day
from motcua.domains.units.models import DayKind
from motcua.kit.access import SYSTEM, Actor, ActorKind, Post, Role
from motcua.kit.models import AuditEntry, OutboxEvent
from motcua.kit.snapshots import Snapshot
from tests.builders import by, vn
from tests.domains.dossiers.conftest import Town, row

CHANGED_AT = vn("2026-07-06 09:00")
pytestmark = pytest.mark.django_db


def holiday(
    on: date,
    *,
    kind: DayKind = DayKind.HOLIDAY,
    agency_id: int | None = None,
    at: datetime = CHANGED_AT,
) -> None:
    """Change one day of the calendar, as the province's configurator does."""
    post = Post(1, "H05", Role.CONFIGURATOR)
    actor = Actor(code="cb-cfg", name="Cấu hình", kind=ActorKind.OFFICIAL, posts=(post,))
    day = Day(date=on, kind=kind, agency_id=agency_id, decision_no="123/QĐ-UBND")
    change_calendar_day(actor=actor, at=at, key=uuid4(), day=day)
    Snapshot.forget_all()


def redated(code: str, at: datetime = CHANGED_AT) -> Outcome:
    return redate(by=By(SYSTEM, at, uuid4()), code=code, event_id=7)


def clean() -> bool:
    return [found for _, found in verification.differences()] == [[]]


def test_a_new_holiday_moves_the_due_date_and_the_log_keeps_the_old_one(town: Town) -> None:
    code = town.appraised()
    before = row(code)
    holiday(date(2026, 7, 8))

    redated(code)

    stored = row(code)
    assert (before.due_at, stored.due_at) == (vn("2026-07-10 10:00"), vn("2026-07-13 10:00"))
    assert stored.legal_due_at == vn("2026-07-20 10:00")
    assert stored.queue_due_at == stored.due_at
    entry = AuditEntry.objects.get(act="redate")
    assert (entry.actor_code, entry.payload["cause"]) == ("system", 7)
    assert datetime.fromisoformat(entry.payload["was"]) == before.due_at
    assert OutboxEvent.objects.filter(topic="DossierRedated").count() == 1
    assert clean()


def test_redating_again_writes_nothing(town: Town) -> None:
    code = town.appraised()
    holiday(date(2026, 7, 8))

    seqs = [redated(code).seq for _ in range(3)]

    assert len(set(seqs)) == 1
    assert AuditEntry.objects.filter(act="redate").count() == 1


def test_an_ended_dossier_keeps_the_dates_of_its_time(town: Town) -> None:
    code = town.decided(vn("2026-07-06 08:30"))
    before = row(code).due_at
    holiday(date(2026, 7, 8))

    redated(code)

    assert row(code).due_at == before
    assert not AuditEntry.objects.filter(act="redate").exists()
    assert clean()


def test_the_time_to_accept_is_redated_too(town: Town) -> None:
    code = town.submitted(vn("2026-07-07 09:00"))
    assert row(code).queue_due_at == vn("2026-07-08 09:00")
    holiday(date(2026, 7, 8))

    redated(code)

    assert row(code).queue_due_at == row(code).step_due_at == vn("2026-07-09 09:00")
    assert clean()


def test_an_extended_date_on_a_new_holiday_moves_to_the_next_opening(town: Town) -> None:
    code = town.appraised()
    to = vn("2026-07-15 10:00")
    extend(by=by(town.leader, CHANGED_AT), code=code, to=to, reason="Chờ đo đạc")
    holiday(date(2026, 7, 15))

    redated(code)

    assert row(code).due_at == vn("2026-07-16 07:00")
    assert clean()


def test_a_holiday_withdrawn_brings_the_date_forward_but_never_into_the_past(town: Town) -> None:
    code = town.appraised()
    holiday(date(2026, 7, 8))
    redated(code)
    holiday(date(2026, 7, 8), kind=DayKind.PLAIN)

    redated(code, vn("2026-07-10 10:01"))
    assert row(code).due_at == vn("2026-07-13 10:00")
    redated(code)
    assert row(code).due_at == vn("2026-07-10 10:00")
    assert clean()


def test_a_day_of_another_unit_moves_nothing(town: Town) -> None:
    code = town.appraised()
    before = row(code).due_at
    holiday(date(2026, 7, 8), agency_id=town.other_ids[0])

    redated(code)

    assert row(code).due_at == before
