# SPDX-License-Identifier: Apache-2.0
"""Many at once, with real threads on a real PostgreSQL: no gap, no twin, one receipt."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connections

from motcua.domains.payments import queries
from motcua.domains.payments.acts.pay_refund import pay_refund
from motcua.domains.payments.acts.request_refund import request_refund
from motcua.domains.payments.acts.settle_payment import settle_payment
from motcua.domains.payments.acts.take_cash import take_cash
from motcua.domains.payments.models import Movement, OnlinePayment, Receipt, Refund
from motcua.domains.payments.platform import Outcome
from motcua.domains.units.acts.load_reference import load_reference
from motcua.kit.access import Role
from motcua.kit.faults import Fault
from tests.builders import official, vn
from tests.domains.payments.conftest import AT, Ward, heard

CASHIERS = 50
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def ward(transactional_db: None) -> Iterator[Ward]:
    load_reference(at=vn("2026-01-02 03:00"))
    yield Ward()
    connections.close_all()


def at_once(jobs: list[Callable[[], object]], threads: int = CASHIERS) -> list[object]:
    """Run the jobs in threads that start together; return what they returned or raised."""
    together = Barrier(threads)

    def run(job: Callable[[], object]) -> object:
        try:
            return job()
        except Fault as fault:
            return type(fault)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(threads, initializer=together.wait) as pool:
        return [one.result() for one in [pool.submit(run, job) for job in jobs]]


def test_fifty_cashiers_leave_no_gap_and_no_twin(ward: Ward) -> None:
    codes = [f"D-{number}" for number in range(2 * CASHIERS)]
    for code in codes:
        ward.bill(code)
    refused = ward.bill("D-REFUSED")

    def take(code: str, number: int, amount_vnd: int = 24_000) -> str:
        cashier = official(f"Lan{number}", (ward.centre.code, Role.COUNTER))
        return take_cash(
            actor=cashier, at=AT, key=uuid4(), dossier_code=code, amount_vnd=amount_vnd,
            unit_id=ward.centre.id,
        )  # fmt: skip

    jobs = [lambda code=code, n=n: take(code, n) for n, code in enumerate(codes)]
    jobs[10:10] = [lambda: take(refused.dossier_code, 0, 1)] * 10
    done = at_once(jobs)

    numbers = sorted(str(one).rsplit("-", 1)[1] for one in done if isinstance(one, str))
    assert numbers == [f"{number:07d}" for number in range(1, len(codes) + 1)]
    assert Receipt.objects.count() == len(codes)


def test_a_hundred_callbacks_give_one_receipt(ward: Ward) -> None:
    ward.account()
    ward.bill("D-1")
    reference = ward.online("D-1")

    told = at_once([lambda: settle_payment(heard=heard(reference), at=AT)] * 100)

    assert sorted(told) == [Outcome.REPEATED] * 99 + [Outcome.SETTLED]
    assert Receipt.objects.count() == 1
    assert Movement.objects.filter(kind="paid").count() == 1


def test_parallel_callbacks_give_each_part_one_receipt(ward: Ward) -> None:
    ward.two_accounts("D-1")
    parts = [(ward.online("D-1", number=1), 10_000), (ward.online("D-1", number=2), 20_000)]

    told = at_once(
        [
            lambda reference=reference, amount=amount: settle_payment(
                heard=heard(reference, amount_vnd=amount), at=AT
            )
            for reference, amount in parts * CASHIERS
        ]
    )

    assert sorted(told) == [Outcome.REPEATED] * 98 + [Outcome.SETTLED] * 2
    bill = queries.bill_of("D-1")
    assert (bill.state, bill.balance_vnd) == ("paid", 0)
    assert sorted(one.amount_vnd for one in bill.receipts) == [10_000, 20_000]


def test_a_hundred_clicks_begin_one_payment(ward: Ward) -> None:
    ward.account()
    ward.bill("D-1")

    references = at_once([lambda: ward.online("D-1")] * 100)

    assert len(set(references)) == 1
    assert OnlinePayment.objects.count() == 1


def test_cash_and_callback_at_once_are_both_kept_and_one_gets_the_receipt(ward: Ward) -> None:
    ward.account()
    ward.bill("D-1")
    reference = ward.online("D-1")

    at_once(
        [lambda: ward.cash("D-1"), lambda: settle_payment(heard=heard(reference), at=AT)], threads=2
    )

    bill = queries.bill_of("D-1")
    assert bill.state == "paid"
    assert Receipt.objects.count() == 1
    assert bill.balance_vnd == (0 if bill.receipts[-1].method == "online" else -24_000)


def test_refunds_at_once_never_exceed_the_payment(ward: Ward) -> None:
    ward.bill("D-1")
    ward.cash("D-1")

    def ask() -> int:
        return request_refund(
            actor=ward.cashier, at=AT, key=uuid4(), dossier_code="D-1", amount_vnd=20_000,
            reason="Thừa",
        )  # fmt: skip

    at_once([ask] * 20, threads=20)
    assert Refund.objects.count() == 1

    def give() -> str:
        return pay_refund(actor=ward.leader, at=AT, key=uuid4(), dossier_code="D-1", method="cash")

    at_once([give] * 20, threads=20)
    assert queries.bill_of("D-1").refunded_vnd == 20_000
