# SPDX-License-Identifier: Apache-2.0
"""A run keeps its rows at once, and only from officials."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from motcua.domains.dossiers.acts.start_batch import (
    MOST,
    NothingChosen,
    TooManyChosen,
    UnknownVerb,
    start_batch,
)
from motcua.domains.dossiers.models import BatchRow, BatchRun
from motcua.domains.dossiers.queries.batches import batch, own_batches
from motcua.kit.access import Actor, NotPermitted
from motcua.kit.faults import NotFound
from motcua.kit.models import AuditEntry, OutboxEvent
from tests.domains.dossiers.acts.conftest import STARTED_AT
from tests.domains.dossiers.acts.hiring import specialist
from tests.domains.dossiers.conftest import Town


def code(number: int) -> str:
    return f"H05.18-260703-{number:04d}"


def started(actor: Actor, *codes: str, key: UUID | None = None, verb: str = "advance") -> UUID:
    return start_batch(
        actor=actor, at=STARTED_AT, key=key or uuid4(), verb=verb, choices={"action": "propose"},
        codes=codes,
    )  # fmt: skip


def test_the_rows_wait_in_the_order_they_were_chosen(town: Town) -> None:
    actor = specialist(town, "an")

    key = started(actor, code(2), code(1), code(2))

    rows = BatchRow.objects.order_by("place").values_list("dossier_code", flat=True)
    assert list(rows) == [code(2), code(1)]
    found = batch(key, actor.account_id)
    assert (found.rows, found.waiting, found.worked) == (2, 2, 0)
    assert [one.key for one in own_batches(actor.account_id)] == [key]
    assert OutboxEvent.objects.get(topic="BatchStarted").subject == str(key)
    assert AuditEntry.objects.get(chain=f"batch:{key}").payload == {"verb": "advance", "rows": 2}


def test_five_thousand_rows_are_kept_and_one_more_is_refused(town: Town) -> None:
    actor, codes = specialist(town, "an"), [code(number) for number in range(1, MOST + 2)]

    started(actor, *codes[:MOST])
    with pytest.raises(TooManyChosen):
        started(actor, *codes)

    assert BatchRow.objects.count() == MOST


def test_the_same_form_twice_starts_one_run(town: Town) -> None:
    actor, key = specialist(town, "an"), uuid4()

    assert started(actor, code(1), key=key) == started(actor, code(1), key=key)

    assert BatchRun.objects.count() == BatchRow.objects.count() == 1


@pytest.mark.parametrize("codes", [(), ("",), ("'; DROP TABLE",), ("H05.18-260703-0001\x00",)])
def test_nothing_usable_chosen_is_refused(town: Town, codes: tuple[str, ...]) -> None:
    actor = specialist(town, "an")

    with pytest.raises(NothingChosen):
        started(actor, *codes)


def test_only_known_acts_are_done_in_batches(town: Town) -> None:
    actor = specialist(town, "an")

    with pytest.raises(UnknownVerb):
        started(actor, code(1), verb="withdraw")


def test_a_citizen_starts_no_run(town: Town) -> None:
    with pytest.raises(NotPermitted):
        started(town.citizen, code(1))


def test_a_run_of_somebody_else_is_not_to_be_seen(town: Town) -> None:
    key = started(specialist(town, "an"), code(1))

    with pytest.raises(NotFound):
        batch(key, specialist(town, "binh").account_id)
