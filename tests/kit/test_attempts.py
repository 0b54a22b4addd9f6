# SPDX-License-Identifier: Apache-2.0
"""Vain attempts are counted once for all processes, in a window of time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from motcua.kit import attempts
from motcua.kit.models import Attempt

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
WINDOW = timedelta(minutes=15)


def fail(key: str, at: datetime = NOW) -> None:
    attempts.count_failure(key, at=at, window=WINDOW)


def test_failures_add_up_by_key(db: None) -> None:
    for key in ("one", "one", "other"):
        fail(key)

    assert [attempts.failures(key, at=NOW) for key in ("one", "other", "none")] == [2, 1, 0]


def test_the_window_begins_with_the_first_failure_and_ends(db: None) -> None:
    fail("one")
    fail("one", NOW + WINDOW - timedelta(seconds=1))

    assert attempts.failures("one", at=NOW + WINDOW - timedelta(seconds=1)) == 2
    assert attempts.failures("one", at=NOW + WINDOW) == 0
    fail("one", NOW + WINDOW)
    assert attempts.failures("one", at=NOW + WINDOW) == 1


def test_windows_that_are_over_are_forgotten(db: None) -> None:
    fail("old", NOW - WINDOW)
    fail("new")

    attempts.purge(at=NOW)

    assert list(Attempt.objects.values_list("key", flat=True)) == ["new"]


@pytest.mark.django_db(transaction=True)
def test_parallel_failures_are_all_counted() -> None:
    def one(_: int) -> None:
        fail("one")
        connection.close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(one, range(40)))

    assert attempts.failures("one", at=NOW) == 40
