# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from collections import Counter
from uuid import uuid4

import pytest

from motcua.domains.payments import queries
from motcua.domains.payments.acts.pay_refund import pay_refund
from motcua.domains.payments.acts.reconcile import Report, reconcile
from motcua.domains.payments.acts.request_refund import request_refund
from motcua.domains.payments.acts.settle_payment import settle_payment
from motcua.domains.payments.models import (
    Bill,
    BillLine,
    Difference,
    Movement,
    OnlinePayment,
    Statement,
    StatementLine,
)
from motcua.kit.access import SYSTEM, NotPermitted, Role
from motcua.rules.reconciliation import KINDS, BankFileError
from tests.domains.payments.bank_file import ACCOUNT, bank_file, line
from tests.domains.payments.conftest import AT, Ward, heard

ON = AT.date()
THOUSANDS = 10_000


def compare(raw: bytes) -> Report:
    return reconcile(actor=SYSTEM, at=AT, raw=raw)


def kinds(report: Report) -> list[str]:
    return [one.kind for one in report.differences]


@pytest.fixture
def paid(ward: Ward) -> str:
    ward.account()
    ward.bill("D-1")
    reference = ward.online("D-1")
    settle_payment(heard=heard(reference), at=AT)
    return reference


def test_a_day_that_fits_leaves_no_difference(paid: str) -> None:
    report = compare(bank_file([line("T1", ON, 24_000, paid)], ON))

    assert (report.matched, report.differences) == (1, ())
    assert Statement.objects.get().lines == 1


def test_the_same_file_again_reports_the_same_and_writes_nothing(paid: str) -> None:
    raw = bank_file([line("T1", ON, 23_000, paid)], ON)

    first, second = compare(raw), compare(raw)

    assert not first.again and second.again
    assert kinds(first) == kinds(second) == ["amount_differs"]
    assert Difference.objects.count() == StatementLine.objects.count() == 1


def test_a_movement_of_an_earlier_file_is_not_compared_twice(paid: str) -> None:
    compare(bank_file([line("T1", ON, 24_000, paid)], ON))

    report = compare(bank_file([line("T1", ON, 24_000, paid), line("T2", ON, 24_000, paid)], ON))

    assert (report.lines, kinds(report)) == (2, ["paid_twice"])


def test_money_that_never_reached_the_bank_is_missed(paid: str) -> None:
    report = compare(bank_file([], ON))

    assert kinds(report) == ["missing_in_bank"]
    assert queries.differences()[0].dossier_code == "D-1"


def test_a_file_about_other_accounts_misses_nothing_of_ours(paid: str) -> None:
    assert kinds(compare(bank_file([], ON, accounts="999999"))) == []


def test_a_transfer_by_vietqr_waits_to_be_booked(ward: Ward) -> None:
    ward.account()
    ward.bill("D-1")

    report = compare(bank_file([line("T1", ON, 24_000, "D-1")], ON))

    assert kinds(report) == ["not_booked"]
    assert queries.is_unpaid("D-1")


def test_the_parts_of_a_bill_for_two_accounts_are_told_apart(ward: Ward) -> None:
    ward.account()
    ward.account("0000000000990", fee_code="fee-1")
    ward.bill("D-1", 10_000, 20_000)

    report = compare(
        bank_file(
            [
                line("T1", ON, 10_000, "D-1/1"),
                line("T2", ON, 20_000, "D-1/2", account="0000000000147"),
            ],
            ON,
        )
    )

    assert kinds(report) == ["not_booked", "wrong_account", "not_booked"]


def test_a_refund_by_transfer_must_leave_the_account(paid: str, ward: Ward) -> None:
    request_refund(
        actor=ward.leader, at=AT, key=uuid4(), dossier_code="D-1", amount_vnd=4_000, reason="Thừa"
    )
    number = pay_refund(
        actor=ward.person("Hà", Role.LEADER), at=AT, key=uuid4(), dossier_code="D-1",
        method="transfer",
    )  # fmt: skip
    inward = line("T1", ON, 24_000, paid)

    assert kinds(compare(bank_file([inward], ON))) == ["refund_missing_in_bank"]
    outward = line("T2", ON, -4_000, number)
    assert kinds(compare(bank_file([inward, outward], ON))) == []


def test_cash_is_no_matter_of_the_bank(ward: Ward) -> None:
    ward.bill("D-1")
    ward.cash("D-1")

    assert kinds(compare(bank_file([], ON))) == []


def test_a_file_that_cannot_be_used_leaves_nothing_behind(paid: str) -> None:
    raw = bank_file([line("T1", ON, 24_000, paid)], ON)

    for broken in (raw[:-30], raw.replace(b"nop phi", "nộp".encode("utf-16"))):
        with pytest.raises(BankFileError):
            compare(broken)

    assert not Statement.objects.exists()


def test_operators_may_compare_and_nobody_else(ward: Ward) -> None:
    raw = bank_file([], ON)

    with pytest.raises(NotPermitted):
        reconcile(actor=ward.leader, at=AT, raw=raw)
    assert reconcile(actor=ward.person("Yến", Role.OPERATOR), at=AT, raw=raw).lines == 0


def test_ten_thousand_lines_with_every_difference_named(ward: Ward) -> None:
    ward.account()
    references = many_paid(ward, THOUSANDS)
    ward.bill("D-TRANSFER")
    lines = [line(f"T{n}", ON, 24_000, one) for n, one in enumerate(references[: THOUSANDS - 1])]
    lines[10] = line("T10", ON, 23_000, references[10])
    lines[20] = line("T20", ON, 24_000, references[20], account="0000000000001")
    lines += [
        line("X1", ON, 24_000, references[30]),
        lines[40],
        line("X2", ON, 5_000, "NOBODY"),
        line("X3", ON, -5_000, "NOBODY"),
        line("X4", ON, 24_000, "D-TRANSFER"),
    ]

    report = compare(bank_file(lines, ON))

    assert report.lines == THOUSANDS + 4
    assert report.matched == THOUSANDS - 3
    named = Counter(kinds(report))
    assert named == dict.fromkeys(KINDS.keys() - {"refund_missing_in_bank", "wrong_amount"}, 1)
    assert Difference.objects.count() == sum(named.values())


def many_paid(ward: Ward, count: int) -> list[str]:
    """Write online payments by the thousand, as `settle_payment` leaves them."""
    unit = ward.unit.id
    bills = Bill.objects.bulk_create(
        Bill(dossier_code=f"D-{n}", unit_id=unit, total_vnd=24_000, state="paid", issued_at=AT)
        for n in range(count)
    )
    BillLine.objects.bulk_create(
        BillLine(bill=bill, code="fee-0", title_vi="x", title_en="x", kind="fee", amount_vnd=24_000)
        for bill in bills
    )
    online = OnlinePayment.objects.bulk_create(
        OnlinePayment(
            reference=f"REF{n}", bill=bill, amount_vnd=24_000, payer_name="x", bank_bin="970418",
            account_number=ACCOUNT, account_name="x", state="paid", started_at=AT, expires_at=AT,
        )
        for n, bill in enumerate(bills)
    )  # fmt: skip
    Movement.objects.bulk_create(
        Movement(
            bill=one.bill, kind="paid", amount_vnd=-24_000, method="online",
            reference=one.reference, unit_id=unit, cashier_code="system", at=AT,
        )
        for one in online
    )  # fmt: skip
    return [one.reference for one in online]
