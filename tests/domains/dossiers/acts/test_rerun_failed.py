# SPDX-License-Identifier: Apache-2.0
"""Failed rows of a run get another turn."""

from __future__ import annotations

from uuid import uuid4

import pytest

from motcua.domains.dossiers.acts.rerun_failed import rerun_failed
from motcua.domains.dossiers.acts.work_off_batch import work_off_batch
from motcua.domains.dossiers.models import BatchRow
from motcua.domains.dossiers.queries.batches import batch
from motcua.kit.access import Actor
from motcua.kit.faults import NotFound
from tests.domains.dossiers.acts.conftest import STARTED_AT, Run
from tests.domains.dossiers.acts.hiring import specialist
from tests.domains.dossiers.conftest import Town, acts


def test_failed_rows_get_another_turn_and_only_they(town: Town, actor: Actor, run: Run) -> None:
    good, late = town.appraised(), town.received()
    key = run(good, late)
    work_off_batch(key=key, now=lambda: STARTED_AT)
    town.advance(town.counter, late, "hand_over", STARTED_AT)

    again = rerun_failed(actor=actor, at=STARTED_AT, key=uuid4(), run_key=key)
    work_off_batch(key=key, now=lambda: STARTED_AT)

    assert again == 1
    assert batch(key, actor.account_id).done == 2
    assert acts(good).count("propose") == acts(late).count("propose") == 1
    assert BatchRow.objects.get(dossier_code=late).attempt == 2


def test_a_run_of_somebody_else_is_left_alone(town: Town, run: Run) -> None:
    key = run(town.appraised())

    with pytest.raises(NotFound):
        rerun_failed(actor=specialist(town, "binh"), at=STARTED_AT, key=uuid4(), run_key=key)


def test_the_same_command_twice_is_one(town: Town, actor: Actor, run: Run) -> None:
    key, command = run(town.appraised()), uuid4()
    BatchRow.objects.update(state=2)
    first = rerun_failed(actor=actor, at=STARTED_AT, key=command, run_key=key)

    second = rerun_failed(actor=actor, at=STARTED_AT, key=command, run_key=key)

    assert (first, second) == (1, 0)
