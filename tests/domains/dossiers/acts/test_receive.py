# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from uuid import uuid4

import pytest

from motcua.domains.dossiers.acts.receive import receive
from motcua.domains.dossiers.ledger import By
from motcua.domains.payments import queries as payments
from motcua.kit.access import NotPermitted
from motcua.kit.faults import NotAllowedNow, NotFound, Stale
from motcua.kit.idempotency import KeyReused
from tests.builders import by, vn
from tests.domains.dossiers.conftest import Town, acts, row

AT = vn("2026-07-03 10:00")
pytestmark = pytest.mark.django_db


def test_receipt_starts_both_clocks_and_writes_the_bill(town: Town) -> None:
    code = town.submitted()

    receive(by=by(town.counter, AT), code=code, external_number="HT-12")

    stored = row(code)
    assert (stored.status, stored.step, stored.external_number) == (2, "reception", "HT-12")
    assert stored.received_at == AT
    assert stored.due_at == vn("2026-07-10 10:00")
    assert stored.legal_due_at == vn("2026-07-17 10:00")
    assert stored.queue_due_at == stored.due_at
    assert payments.bill_of(code).total_vnd == 75_000


def test_only_the_receiving_counter_accepts(town: Town) -> None:
    code = town.submitted()

    for actor in (town.specialist, town.leader, town.citizen):
        with pytest.raises(NotPermitted):
            receive(by=by(actor, AT), code=code)

    assert acts(code) == ["submit"]


def test_a_second_acceptance_is_not_possible(town: Town) -> None:
    code = town.received()

    with pytest.raises(NotAllowedNow):
        receive(by=by(town.counter, AT), code=code)


def test_the_same_click_twice_acts_once_and_answers_the_same(town: Town) -> None:
    code, command = town.submitted(), By(town.counter, AT, uuid4(), 1)

    outcomes = {receive(by=command, code=code) for _ in range(4)}

    assert len(outcomes) == 1
    assert acts(code) == ["submit", "receive"]


def test_a_form_from_before_another_act_is_refused(town: Town) -> None:
    code = town.received()

    with pytest.raises(Stale):
        receive(by=by(town.counter, AT, seen=1), code=code)


def test_a_key_spent_on_one_dossier_does_nothing_to_another(town: Town) -> None:
    first, second, key = town.submitted(), town.submitted(), uuid4()
    receive(by=By(town.counter, AT, key), code=first)

    with pytest.raises(KeyReused):
        receive(by=By(town.counter, AT, key), code=second)

    assert row(second).status == 1


def test_an_unknown_code_is_not_found(town: Town) -> None:
    with pytest.raises(NotFound):
        receive(by=by(town.counter, AT), code="H05.42-260703-9999")


def test_somebody_else_s_key_is_no_way_around_one_s_own_post(town: Town) -> None:
    code, key = town.submitted(), uuid4()
    receive(by=By(town.counter, AT, key), code=code)

    with pytest.raises(KeyReused):
        receive(by=By(town.stranger, AT, key), code=code)
