# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import date, timedelta

import pytest

from motcua.domains.dossiers.acts import redate_open as module
from motcua.domains.dossiers.acts.redate_open import redate_open
from motcua.domains.dossiers.handlers import on_calendar_changed
from motcua.domains.dossiers.models import Redating
from motcua.domains.dossiers.queries import verification
from motcua.domains.units.redating import SETTLING
from motcua.kit.models import AuditEntry
from tests.builders import vn
from tests.domains.dossiers.acts.test_redate import CHANGED_AT, holiday
from tests.domains.dossiers.conftest import Town, row
from tests.domains.units.changes import tell_twice

LATER = CHANGED_AT + SETTLING
pytestmark = pytest.mark.django_db


def told() -> None:
    tell_twice(on_calendar_changed)


def run() -> int:
    turns = 0
    while redate_open(at=LATER):
        turns += 1
    return turns


def test_a_change_goes_through_all_open_dossiers_once(town: Town) -> None:
    codes = [town.appraised() for _ in range(3)]
    ended = town.decided(vn("2026-07-06 08:30"))
    kept = row(ended).due_at
    holiday(date(2026, 7, 8))
    told()

    run()

    assert {row(code).due_at for code in codes} == {vn("2026-07-13 10:00")}
    assert row(ended).due_at == kept
    assert Redating.objects.get().done_at == LATER
    assert AuditEntry.objects.filter(act="redate").count() == 3
    assert [found for _, found in verification.differences()] == [[]]


def test_a_killed_worker_is_taken_over_where_its_last_batch_ended(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes = [town.appraised() for _ in range(5)]
    holiday(date(2026, 7, 8))
    told()
    monkeypatch.setattr(module, "BATCH", 2)
    redate_open(at=LATER)
    assert AuditEntry.objects.filter(act="redate").count() == 2
    Redating.objects.update(last_id=0)  # killed after the acts, before the place was kept

    run()

    assert {row(code).due_at for code in codes} == {vn("2026-07-13 10:00")}
    assert AuditEntry.objects.filter(act="redate").count() == 5


def test_only_the_unit_of_the_change_is_looked_at(town: Town) -> None:
    code = town.appraised()
    holiday(date(2026, 7, 8), agency_id=town.other_ids[0])
    told()
    holiday(date(2026, 7, 9), agency_id=town.competent_id)
    told()

    run()

    assert row(code).due_at == vn("2026-07-13 10:00")
    assert Redating.objects.filter(done_at=None).count() == 0


def test_other_processes_settle_first(town: Town) -> None:
    town.appraised()
    holiday(date(2026, 7, 8))
    told()

    assert redate_open(at=LATER - timedelta(seconds=1)) is False
    assert redate_open(at=LATER) is True


def test_nothing_to_do_is_nothing_done(db: None) -> None:
    assert redate_open(at=LATER) is False
