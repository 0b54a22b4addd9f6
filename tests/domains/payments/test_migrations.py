# SPDX-License-Identifier: Apache-2.0
"""Bills and receipts of before there were parts keep their sense."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from motcua.domains.payments import queries
from motcua.domains.units import queries as units
from motcua.domains.units.acts.load_reference import load_reference
from tests.builders import vn
from tests.domains.payments.conftest import AT, Ward

BEFORE = [("payments", "0005_lines_of_statements")]
pytestmark = pytest.mark.django_db(transaction=True)


def migrated(to: list[tuple[str, str]] | None = None) -> Any:
    """Bring the tables to a state, the newest when none is named."""
    executor = MigrationExecutor(connection)
    targets = to or executor.loader.graph.leaf_nodes()
    executor.migrate(targets)
    return executor.loader.project_state(targets).apps


@pytest.fixture
def ward(transactional_db: None) -> Ward:
    load_reference(at=vn("2026-01-02 03:00"))
    return Ward()


def test_a_receipt_of_before_stands_for_its_whole_bill(ward: Ward) -> None:
    try:
        _write_old_bill(migrated(BEFORE), units.agency(ward.unit.id).id)
    finally:
        migrated()

    bill = queries.bill_of("D-OLD")

    assert (bill.receipt_number, bill.due_vnd, bill.over_vnd) == ("OLD-1", 0, 0)
    (order,) = queries.orders_of("D-OLD", AT.date())
    assert (order.state, order.amount_vnd) == ("paid", 30_000)
    assert queries.online_order("REF-OLD").lines == bill.lines
    (row,) = queries.money(AT.date(), AT.date())
    assert (row.receipts, row.fee_vnd, row.charge_vnd) == (1, 10_000, 20_000)
    assert queries.refunds_of("D-OLD")[0].receipt_number == "OLD-1"


def _write_old_bill(apps: Any, unit_id: int) -> None:
    model = apps.get_model
    bill = model("payments", "Bill").objects.create(
        dossier_code="D-OLD", unit_id=unit_id, total_vnd=30_000, state="paid", issued_at=AT
    )
    for code, kind, amount in (("a", "fee", 10_000), ("b", "charge", 20_000)):
        model("payments", "BillLine").objects.create(
            bill=bill, code=code, title_vi=code, title_en=code, kind=kind, amount_vnd=amount
        )
    same = {"bill": bill, "unit_id": unit_id, "cashier_code": "system", "at": AT}
    model("payments", "Receipt").objects.create(
        number="OLD-1", amount_vnd=30_000, method="online", **same
    )
    model("payments", "Movement").objects.create(kind="owed", amount_vnd=30_000, **same)
    model("payments", "Movement").objects.create(
        kind="paid", amount_vnd=-30_000, method="online", reference="REF-OLD", **same
    )
    model("payments", "OnlinePayment").objects.create(
        reference="REF-OLD", bill=bill, amount_vnd=30_000, payer_name="Lan", bank_bin="970418",
        account_number="1", account_name="x", state="paid", started_at=AT, expires_at=AT,
    )  # fmt: skip
    model("payments", "Refund").objects.create(
        bill=bill, unit_id=unit_id, amount_vnd=1, reason="x", state="refused",
        requested_by="a", requested_at=AT, decided_by="b",
    )  # fmt: skip
