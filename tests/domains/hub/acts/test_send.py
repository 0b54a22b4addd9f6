# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError
from procrastinate.contrib.django.models import ProcrastinateJob

from motcua.domains.hub import queries
from motcua.domains.hub.acts.send import send
from motcua.domains.hub.models import Exchange
from tests.builders import vn

AT = vn("2026-07-03 10:00")
pytestmark = pytest.mark.django_db


def test_an_exchange_is_logged_and_queued(django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        correlation_id = send(partner="bank", operation="pay", subject="REF-1", at=AT)

    (line,) = queries.exchanges()
    assert (line.correlation_id, line.state, line.direction) == (correlation_id, "waiting", "out")
    job = ProcrastinateJob.objects.get(task_name="hub.call")
    assert job.args == {"correlation_id": str(correlation_id)}


def test_asking_twice_for_the_same_thing_asks_once(
    django_capture_on_commit_callbacks: Any,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        first = send(partner="bank", operation="pay", subject="REF-1", at=AT)

        assert send(partner="bank", operation="pay", subject="REF-1", at=AT) == first
        assert send(partner="bank", operation="query", subject="REF-1", at=AT) != first

    assert ProcrastinateJob.objects.filter(task_name="hub.call").count() == 2


def test_the_database_holds_one_live_exchange_about_a_thing() -> None:
    send(partner="bank", operation="pay", subject="REF-1", at=AT)
    row = Exchange.objects.get()
    row.pk, row.correlation_id = None, uuid4()

    with pytest.raises(IntegrityError):
        row.save(force_insert=True)
