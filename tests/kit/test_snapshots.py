# SPDX-License-Identifier: Apache-2.0
"""A value kept in the process follows its version row."""

from __future__ import annotations

import threading
from datetime import date

import pytest

from motcua.kit import snapshots
from motcua.kit.snapshots import Snapshot


class Source:
    """A pretended table with a version."""

    def __init__(self) -> None:
        self.version = 1
        self.built = 0

    def build(self, today: date) -> int:
        self.built += 1
        return self.version


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def snapshot(source: Source) -> Snapshot[int]:
    return Snapshot(version=lambda: source.version, build=source.build)


def test_a_fresh_value_is_not_looked_up_again(source: Source, snapshot: Snapshot[int]) -> None:
    assert snapshot.get() == 1
    source.version = 2

    assert snapshot.get() == 1
    assert source.built == 1


def test_an_old_value_is_rebuilt_when_the_version_changed(
    source: Source, snapshot: Snapshot[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshots, "FRESH_SECONDS", -1.0)
    snapshot.get()

    source.version = 2

    assert snapshot.get() == 2


def test_an_old_value_is_kept_when_the_version_is_the_same(
    source: Source, snapshot: Snapshot[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshots, "FRESH_SECONDS", -1.0)
    snapshot.get()

    snapshot.get()

    assert source.built == 1


def test_a_forgotten_value_is_looked_up_at_once(source: Source, snapshot: Snapshot[int]) -> None:
    snapshot.get()
    source.version = 2

    snapshot.forget()

    assert snapshot.get() == 2


def test_readers_go_on_with_the_old_value_while_one_rebuilds(
    source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    entered, go_on = threading.Event(), threading.Event()

    def build(today: date) -> int:
        if source.version == 2:
            entered.set()
            go_on.wait(5)
        return source.version

    snapshot = Snapshot(version=lambda: source.version, build=build)
    monkeypatch.setattr(snapshots, "FRESH_SECONDS", -1.0)
    snapshot.get()
    source.version = 2
    rebuilding = threading.Thread(target=snapshot.get)
    rebuilding.start()
    entered.wait(5)

    meanwhile = snapshot.get()
    go_on.set()
    rebuilding.join()

    assert (meanwhile, snapshot.get()) == (1, 2)
