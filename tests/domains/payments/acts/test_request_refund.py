# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from motcua.domains.payments import queries
from motcua.domains.payments.acts.request_refund import (
    NothingPaid,
    ReasonMissing,
    RefundTooLarge,
    request_refund,
)
from motcua.domains.payments.models import Refund
from motcua.kit.access import Actor, NotPermitted, Role
from tests.builders import official
from tests.domains.payments.conftest import AT, Ward


def ask(
    actor: Actor, amount_vnd: int = 24_000, reason: str = "Rút hồ sơ", key: UUID | None = None
) -> int:
    return request_refund(
        actor=actor, at=AT, key=key or uuid4(), dossier_code="D-1", amount_vnd=amount_vnd,
        reason=reason,
    )  # fmt: skip


@pytest.fixture
def paid(ward: Ward) -> Ward:
    ward.bill("D-1")
    ward.cash("D-1")
    return ward


@pytest.mark.parametrize("role", [Role.COUNTER, Role.SPECIALIST, Role.LEADER])
def test_the_counter_and_the_people_in_charge_may_ask(paid: Ward, role: Role) -> None:
    ask(paid.person("Hà", role), 4_000)

    assert queries.bill_of("D-1").state == "refund_requested"
    assert Refund.objects.get().amount_vnd == 4_000
    assert queries.is_paid("D-1")


@pytest.mark.parametrize("amount", [24_001, 10**12])
def test_more_than_was_paid_is_refused(paid: Ward, amount: int) -> None:
    with pytest.raises(RefundTooLarge, match=r"24\.000"):
        ask(paid.cashier, amount)

    assert queries.bill_of("D-1").state == "paid"


@pytest.mark.parametrize(("amount", "reason"), [(0, "x"), (-5, "x"), (100, "   ")])
def test_amount_and_reason_are_needed(paid: Ward, amount: int, reason: str) -> None:
    with pytest.raises(ReasonMissing):
        ask(paid.cashier, amount, reason)


def test_one_request_at_a_time(paid: Ward) -> None:
    ask(paid.cashier, 1_000)

    with pytest.raises(NothingPaid):
        ask(paid.cashier, 1_000)


def test_the_same_click_twice_asks_once(paid: Ward) -> None:
    key = uuid4()

    assert ask(paid.cashier, key=key) == ask(paid.cashier, key=key)
    assert Refund.objects.count() == 1


def test_an_open_bill_has_nothing_to_give_back(ward: Ward) -> None:
    ward.bill("D-1")

    with pytest.raises(NothingPaid):
        ask(ward.person("Hà", Role.SPECIALIST))


def test_others_may_not_ask(paid: Ward) -> None:
    for role in (Role.CLERK, Role.DIRECTOR):
        with pytest.raises(NotPermitted):
            ask(paid.person("Hà", role))
    with pytest.raises(NotPermitted):
        ask(official("Hà", (paid.unit.code, Role.COUNTER)))
