# SPDX-License-Identifier: Apache-2.0
"""The timed work on clocks goes through everything there is."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from motcua.domains.dossiers import jobs
from motcua.domains.dossiers.acts import raise_alerts as alerting
from motcua.domains.dossiers.models import Alert, Redating
from motcua.domains.units.redating import SETTLING
from motcua.kit import clock
from tests.domains.dossiers.acts.test_redate import holiday
from tests.domains.dossiers.acts.test_redate_open import told
from tests.domains.dossiers.conftest import Town

pytestmark = pytest.mark.django_db


def test_all_batches_are_warned_of(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(3):
        town.appraised()
    monkeypatch.setattr(alerting, "BATCH", 1)

    for _ in range(2):
        jobs.warn(timestamp=0)

    assert Alert.objects.filter(level=2).count() == 3


def test_all_changes_of_the_calendar_are_carried_to_their_end(town: Town) -> None:
    at = clock.now() - timedelta(minutes=1)
    for number in range(3):
        Redating.objects.create(event_id=number, first_on=clock.today(), asked_at=at)

    jobs.redate_all(timestamp=0)

    assert not Redating.objects.filter(done_at=None).exists()


def test_a_change_queues_its_redating_for_when_it_has_settled(town: Town) -> None:
    before = datetime.now(UTC)
    for day in (8, 9):
        holiday(date(2026, 7, day))

    told()

    queued = ProcrastinateJob.objects.filter(task_name="dossiers.redate_open")
    assert queued.count() == 2
    assert all(one.scheduled_at >= before + SETTLING for one in queued)
