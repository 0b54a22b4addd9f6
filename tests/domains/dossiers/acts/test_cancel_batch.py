# SPDX-License-Identifier: Apache-2.0
"""What has not had its turn can be left."""

from __future__ import annotations

from uuid import uuid4

import pytest

from motcua.domains.dossiers.acts.cancel_batch import cancel_batch
from motcua.domains.dossiers.acts.work_off_batch import work_off_batch
from motcua.domains.dossiers.queries.batches import batch
from motcua.kit.access import Actor
from motcua.kit.faults import NotFound
from tests.domains.dossiers.acts.conftest import STARTED_AT, Run
from tests.domains.dossiers.acts.hiring import specialist
from tests.domains.dossiers.conftest import Town, row


def test_what_was_cancelled_is_left(town: Town, actor: Actor, run: Run) -> None:
    code = town.appraised()
    key = run(code)

    left = cancel_batch(actor=actor, at=STARTED_AT, key=uuid4(), run_key=key)
    work_off_batch(key=key, now=lambda: STARTED_AT)

    assert left == 1
    assert batch(key, actor.account_id).cancelled == 1
    assert row(code).step == "appraise"


def test_a_run_of_somebody_else_is_left_alone(town: Town, run: Run) -> None:
    key = run(town.appraised())

    with pytest.raises(NotFound):
        cancel_batch(actor=specialist(town, "binh"), at=STARTED_AT, key=uuid4(), run_key=key)


def test_the_same_command_twice_is_one(town: Town, actor: Actor, run: Run) -> None:
    key, command = run(town.appraised()), uuid4()
    first = cancel_batch(actor=actor, at=STARTED_AT, key=command, run_key=key)

    second = cancel_batch(actor=actor, at=STARTED_AT, key=command, run_key=key)

    assert (first, second) == (1, 0)
