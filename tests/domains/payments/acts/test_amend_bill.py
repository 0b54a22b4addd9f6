# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from dataclasses import replace
from functools import partial
from uuid import uuid4

import pytest

from motcua.domains.payments import queries
from motcua.domains.payments.acts.amend_bill import amend_bill, waive_bill
from motcua.domains.payments.acts.pay_refund import pay_refund
from motcua.domains.payments.acts.request_refund import RefundTooLarge, request_refund
from motcua.domains.payments.acts.settle_payment import settle_payment
from motcua.domains.payments.acts.take_cash import NothingDue
from motcua.domains.payments.models import Difference, Movement
from motcua.domains.payments.platform import Outcome
from motcua.domains.payments.queries import BillCard
from motcua.kit.access import SYSTEM, Role
from motcua.rules.fees import FeeKind, FeeLine, Quote
from tests.domains.payments.conftest import AT, Ward, heard

LINE = FeeLine("fee-0", {"vi": "Lệ phí", "en": "Charge"}, FeeKind.CHARGE, 24_000, None, "t")
pytestmark = pytest.mark.django_db


def amended(code: str, *amounts: int) -> BillCard:
    """The bill after its lines were quoted anew."""
    lines = (replace(LINE, code=f"fee-{n}", amount_vnd=vnd) for n, vnd in enumerate(amounts))
    amend_bill(actor=SYSTEM, at=AT, dossier_code=code, quote=Quote(tuple(lines)))
    return bill(code)


def bill(code: str) -> BillCard:
    found = queries.bill_of(code)
    assert found is not None
    return found


@pytest.mark.parametrize("new_vnd", [30_000, 18_000])
def test_an_open_bill_costs_what_the_new_quote_says(ward: Ward, new_vnd: int) -> None:
    ward.bill("D-1")

    found = amended("D-1", new_vnd)

    assert (found.total_vnd, found.due_vnd, found.balance_vnd) == (new_vnd, new_vnd, new_vnd)
    assert found.state == "due" and not found.over_vnd
    with pytest.raises(NothingDue):
        ward.cash("D-1")
    ward.cash("D-1", new_vnd)
    assert (bill("D-1").state, bill("D-1").balance_vnd) == ("paid", 0)


def test_the_same_quote_writes_nothing(ward: Ward) -> None:
    ward.bill("D-1")

    amended("D-1", 24_000)

    assert Movement.objects.count() == 1


def test_what_was_paid_stays(ward: Ward) -> None:
    ward.two_accounts("D-1")
    settle_payment(heard=heard(ward.online("D-1"), amount_vnd=10_000), at=AT)

    found = amended("D-1", 11_000, 25_000)

    assert [line.amount_vnd for line in found.lines] == [10_000, 25_000]
    assert (found.total_vnd, found.due_vnd, found.balance_vnd) == (35_000, 25_000, 25_000)


def test_what_costs_nothing_now_is_exempt(ward: Ward) -> None:
    ward.bill("D-1")

    found = amended("D-1", 0)

    assert (found.state, found.balance_vnd) == ("exempt", 0)


def test_money_for_the_old_amount_is_kept_as_too_much_and_named(ward: Ward) -> None:
    ward.account()
    ward.bill("D-1")
    old = ward.online("D-1")
    amended("D-1", 30_000)

    new = ward.online("D-1")
    outcome = settle_payment(heard=heard(old), at=AT)

    assert new != old and outcome is Outcome.PAID_TWICE
    found, named = bill("D-1"), Difference.objects.get()
    assert (found.due_vnd, found.over_vnd, found.receipts) == (30_000, 24_000, ())
    assert (named.kind, named.expected_vnd, named.got_vnd) == ("wrong_amount", 30_000, 24_000)


def test_a_waived_bill_takes_no_money(ward: Ward) -> None:
    ward.account()
    ward.bill("D-1")

    waive_bill(actor=SYSTEM, at=AT, dossier_code="D-1", reason="Không phải nộp")

    found = bill("D-1")
    assert (found.state, found.due_vnd, found.balance_vnd) == ("exempt", 0, 0)
    assert found.lines[0].exempt_reason == "Không phải nộp"
    with pytest.raises(NothingDue):
        ward.cash("D-1")


def test_money_that_comes_after_all_can_be_given_back(ward: Ward) -> None:
    ward.account()
    ward.bill("D-1")
    reference = ward.online("D-1")
    waive_bill(actor=SYSTEM, at=AT, dossier_code="D-1", reason="Không phải nộp")

    outcome = settle_payment(heard=heard(reference), at=AT)

    assert outcome is Outcome.PAID_TWICE
    assert (bill("D-1").over_vnd, bill("D-1").balance_vnd) == (24_000, -24_000)
    request = partial(request_refund, actor=ward.leader, at=AT, dossier_code="D-1", reason="Thừa")
    with pytest.raises(RefundTooLarge):
        request(key=uuid4(), amount_vnd=24_001)
    request(key=uuid4(), amount_vnd=24_000)
    other = ward.person("Hà", Role.LEADER)
    pay_refund(actor=other, at=AT, key=uuid4(), dossier_code="D-1", method="transfer")
    assert (bill("D-1").over_vnd, bill("D-1").balance_vnd) == (0, 0)


def test_nothing_is_waived_twice_or_without_a_bill(ward: Ward) -> None:
    ward.bill("D-1")

    for code in ("D-1", "D-1", "D-2"):
        waive_bill(actor=SYSTEM, at=AT, dossier_code=code, reason="Không phải nộp")

    assert Movement.objects.filter(kind="lifted").count() == 1
