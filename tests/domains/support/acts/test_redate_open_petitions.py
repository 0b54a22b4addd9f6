# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import date, timedelta

import pytest

from motcua.domains.support.acts import redate_open_petitions as module
from motcua.domains.support.acts.publish_answer import publish_answer
from motcua.domains.support.acts.redate_open_petitions import redate_open_petitions
from motcua.domains.support.handlers import on_calendar_changed
from motcua.domains.support.models import PetitionRedating
from motcua.domains.support.queries.verification import differences
from motcua.domains.units.redating import SETTLING
from motcua.kit.models import AuditEntry
from tests.domains.dossiers.acts.test_redate import CHANGED_AT, holiday
from tests.domains.support.acts.test_redate_petition import MOVED, RESOLVE
from tests.domains.support.conftest import Place, by, row
from tests.domains.units.changes import tell_twice

LATER = CHANGED_AT + SETTLING


def told() -> None:
    tell_twice(on_calendar_changed)


def run() -> None:
    while redate_open_petitions(at=LATER):
        pass


def test_a_change_goes_through_all_open_petitions_once(place: Place) -> None:
    codes = [place.taken_up() for _ in range(3)]
    ended = place.answered()
    publish_answer(by=by(place.leader), code=ended, words="Đèn hỏng.", answer="Đã sửa.")
    holiday(date(2026, 7, 8))
    told()

    run()

    assert {row(code).due_at for code in codes} == {MOVED}
    assert row(ended).resolve_due_at == RESOLVE
    assert PetitionRedating.objects.get().done_at == LATER
    assert AuditEntry.objects.filter(act="redate_petition").count() == 3
    assert list(differences()) == []


def test_a_killed_worker_is_taken_over_where_its_last_batch_ended(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes = [place.taken_up() for _ in range(5)]
    holiday(date(2026, 7, 8))
    told()
    monkeypatch.setattr(module, "BATCH", 2)
    redate_open_petitions(at=LATER)
    assert AuditEntry.objects.filter(act="redate_petition").count() == 2
    PetitionRedating.objects.update(last_id=0)  # killed after the acts, before it was kept

    run()

    assert {row(code).due_at for code in codes} == {MOVED}
    assert AuditEntry.objects.filter(act="redate_petition").count() == 5


def test_only_the_unit_of_the_change_is_looked_at(place: Place) -> None:
    code = place.taken_up()
    holiday(date(2026, 7, 8), agency_id=place.other_id)
    holiday(date(2026, 7, 9), agency_id=place.unit_id)
    told()

    run()

    assert row(code).due_at == MOVED
    assert not PetitionRedating.objects.filter(done_at=None).exists()


def test_a_broken_petition_does_not_stop_the_others(
    place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    broken, whole = place.taken_up(), place.taken_up()
    row_of = row(broken)
    row_of.code = "PA-broken"  # a petition without a log
    row_of.save(update_fields=["code"])
    holiday(date(2026, 7, 8))
    told()

    run()

    assert row(whole).due_at == MOVED
    assert "could not redate: act=redate_petition code=PA-broken" in caplog.text


def test_other_processes_settle_first(place: Place) -> None:
    place.taken_up()
    holiday(date(2026, 7, 8))
    told()

    assert redate_open_petitions(at=LATER - timedelta(seconds=1)) is False
    assert redate_open_petitions(at=LATER) is True
