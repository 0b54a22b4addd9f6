# SPDX-License-Identifier: Apache-2.0
"""Each row of a run has its single act once, whatever becomes of the others."""

from __future__ import annotations

from datetime import datetime

import pytest

from motcua.domains.dossiers.acts import work_off_batch as working
from motcua.domains.dossiers.acts.work_off_batch import work_off_batch
from motcua.domains.dossiers.models import BatchRow, BatchRun
from motcua.domains.dossiers.queries.batches import batch, failed_rows, lying
from motcua.domains.people.models import Holding
from motcua.kit.access import Actor
from tests.domains.dossiers.acts.conftest import STARTED_AT, Run
from tests.domains.dossiers.conftest import Town, acts, row


def at() -> datetime:
    return STARTED_AT


def test_every_row_is_advanced_in_the_starters_name(town: Town, actor: Actor, run: Run) -> None:
    codes = [town.appraised() for _ in range(3)]

    key = run(*codes)
    left = work_off_batch(key=key, now=at)

    assert not left
    found = batch(key, actor.account_id)
    assert (found.done, found.failed, found.waiting) == (3, 0, 0)
    assert found.finished_at == STARTED_AT
    assert [row(code).step for code in codes] == ["approve"] * 3
    assert [acts(code)[-1] for code in codes] == ["propose"] * 3


def test_a_bad_row_stops_nobody_and_says_why(town: Town, actor: Actor, run: Run) -> None:
    good, not_there = town.appraised(), "H05.18-260703-9999"
    early = town.received()

    key = run(not_there, early, good)
    work_off_batch(key=key, now=at)

    found = batch(key, actor.account_id)
    assert (found.done, found.failed) == (1, 2)
    said = {one.dossier_code: one.said for one in failed_rows(found.id)}
    assert "không" in said[not_there].lower()
    assert "không được phép" in said[early]
    assert row(good).step == "approve"


def test_an_error_of_the_system_is_kept_to_its_row(
    town: Town, actor: Actor, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = town.appraised(), town.appraised()

    def breaks(by_: object, code: str, choices: object) -> None:
        if code == first:
            raise ZeroDivisionError
        working._advance(by_, code, choices)

    monkeypatch.setitem(working.PERFORM, working.Verb.ADVANCE, breaks)
    key = run(first, second)
    work_off_batch(key=key, now=at)

    assert (row(first).step, row(second).step) == ("appraise", "approve")
    assert batch(key, actor.account_id).failed == 1


def test_a_slice_done_but_not_noted_is_repeated_without_effect(
    town: Town, actor: Actor, run: Run
) -> None:
    codes = [town.appraised() for _ in range(3)]
    key = run(*codes)
    work_off_batch(key=key, now=at)
    BatchRow.objects.update(state=0, at=None)
    BatchRun.objects.update(finished_at=None)

    work_off_batch(key=key, now=at)

    assert batch(key, actor.account_id).done == 3
    assert all(acts(code).count("propose") == 1 for code in codes)


def test_the_posts_are_those_held_when_the_row_has_its_turn(
    town: Town, actor: Actor, run: Run
) -> None:
    key = run(town.appraised())
    Holding.objects.filter(account_id=actor.account_id).delete()

    work_off_batch(key=key, now=at)

    assert batch(key, actor.account_id).failed == 1


def test_rows_are_assigned(town: Town, actor: Actor, run: Run) -> None:
    code = town.appraised()

    work_off_batch(key=run(code, verb="assign", account_id=actor.account_id), now=at)

    assert acts(code)[-1] == "assign"


def test_rows_are_returned_or_say_what_is_missing(town: Town, actor: Actor, run: Run) -> None:
    code = town.decided()

    key = run(code, verb="return", to="counter")
    work_off_batch(key=key, now=at)

    assert batch(key, actor.account_id).failed == 1
    assert row(code).returned_at is None


def test_a_run_that_nobody_works_at_is_found(town: Town, actor: Actor, run: Run) -> None:
    key = run(*[town.appraised() for _ in range(3)])
    assert lying() == [key]

    work_off_batch(key=key, now=at)

    assert lying() == []


def test_a_long_run_goes_on_in_slices(town: Town, actor: Actor, run: Run) -> None:
    codes = [f"H05.18-260703-{number:04d}" for number in range(1, 61)]
    key = run(*codes)

    first = work_off_batch(key=key, now=at, slices=1)
    assert first and batch(key, actor.account_id).worked == working.SLICE

    assert not work_off_batch(key=key, now=at)
    assert batch(key, actor.account_id).worked == 60
