# SPDX-License-Identifier: Apache-2.0
"""Many people at once on the same dossier, with real commits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection

from motcua.domains.dossiers.acts.advance import advance
from motcua.domains.dossiers.acts.receive import receive
from motcua.domains.dossiers.acts.submit import submit
from motcua.domains.dossiers.ledger import By
from motcua.domains.dossiers.models import Dossier
from motcua.domains.dossiers.queries import verification
from motcua.domains.payments.acts.take_cash import NothingDue, take_cash
from motcua.domains.payments.models import Receipt
from motcua.domains.procedures.acts.load_catalogue import load_catalogue
from motcua.domains.units.acts.load_reference import load_reference
from motcua.kit.faults import Fault, Stale
from motcua.kit.idempotency import KeyReused
from tests.builders import vn
from tests.domains.dossiers.conftest import HANDED_AT, SUBMITTED_AT, Town, acts, make_town, row

THREADS = 16
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def town(transactional_db: None, small_data: Path) -> Iterator[Town]:
    load_reference(at=vn("2026-01-02 08:00"))
    load_catalogue(at=vn("2026-01-05 08:00"), data=small_data)
    yield make_town()


def at_once(act: Callable[[int], object]) -> Counter[object]:
    """Let all threads do it together and count what came of it."""

    def one(number: int) -> object:
        try:
            return act(number)
        except Fault as fault:
            return type(fault)
        finally:
            connection.close()

    with ThreadPoolExecutor(THREADS) as pool:
        return Counter(pool.map(one, range(THREADS)))


def test_the_last_click_many_times_gives_one_dossier(town: Town) -> None:
    command = By(town.citizen, SUBMITTED_AT, uuid4())

    codes = at_once(lambda _: submit(by=command, application=town.application()).code)

    assert list(codes.values()) == [THREADS]
    assert Dossier.objects.count() == 1


def test_numbers_have_no_gap_and_no_twin(town: Town) -> None:
    codes = at_once(lambda _: town.submitted())

    assert sorted(int(str(code)[-4:]) for code in codes) == list(range(1, THREADS + 1))


def test_of_two_officers_on_one_form_exactly_one_wins(town: Town) -> None:
    code = town.received()
    seen = row(code).chain_seq

    def hand_over(_: int) -> object:
        command = By(town.counter, HANDED_AT, uuid4(), seen)
        return advance(by=command, code=code, action="hand_over").status

    assert at_once(hand_over) == {4: 1, Stale: THREADS - 1}
    assert acts(code) == ["submit", "receive", "hand_over"]


def test_one_form_sent_many_times_acts_once_and_every_answer_is_success(town: Town) -> None:
    code = town.received()
    command = By(town.counter, HANDED_AT, uuid4(), row(code).chain_seq)

    answers = at_once(lambda _: advance(by=command, code=code, action="hand_over").status)

    assert answers == {4: THREADS}
    assert acts(code) == ["submit", "receive", "hand_over"]
    assert [found for _, found in verification.differences()] == [[]]


def test_one_command_without_a_page_acts_once_and_every_answer_is_success(town: Town) -> None:
    code = town.submitted()
    command = By(town.counter, HANDED_AT, uuid4())

    answers = at_once(lambda _: receive(by=command, code=code).status)

    assert answers == {2: THREADS}
    assert acts(code) == ["submit", "receive"]


def test_one_key_for_two_dossiers_at_once_acts_on_one(town: Town) -> None:
    codes = [town.submitted(), town.submitted()]
    command = By(town.counter, HANDED_AT, uuid4())

    answers = at_once(lambda number: receive(by=command, code=codes[number % 2]).status)

    assert answers == {2: THREADS // 2, KeyReused: THREADS // 2}
    assert sorted(len(acts(code)) for code in codes) == [1, 2]


def test_cash_is_taken_once_however_many_cashiers_try(town: Town) -> None:
    code = town.received()

    def take(_: int) -> object:
        return take_cash(
            actor=town.counter, at=HANDED_AT, key=uuid4(), dossier_code=code, amount_vnd=75_000,
            unit_id=town.centre_id,
        )  # fmt: skip

    outcomes = at_once(take)

    assert outcomes[NothingDue] == THREADS - 1
    assert Receipt.objects.count() == 1
