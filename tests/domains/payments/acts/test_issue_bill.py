# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.payments import queries
from motcua.domains.payments.acts.issue_bill import issue_bill
from motcua.domains.units import queries as units
from motcua.kit.access import SYSTEM
from motcua.kit.models import OutboxEvent
from motcua.rules.fees import FeeLine, Quote
from tests.builders import vn

AT = vn("2026-07-03 10:00")
TITLE = {"vi": "Lệ phí", "en": "Charge"}
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


def quote(*amounts: int) -> Quote:
    lines = tuple(
        FeeLine(f"line-{number}", TITLE, "charge", amount, None if amount else "Trẻ em", "test")
        for number, amount in enumerate(amounts)
    )
    return Quote(lines)


def issue(code: str, of: Quote) -> None:
    unit_id = units.one_stops()[0].id
    issue_bill(actor=SYSTEM, dossier_code=code, unit_id=unit_id, quote=of, at=AT)


def test_a_bill_is_written_once_per_dossier() -> None:
    issue("D-1", quote(24_000))
    issue("D-1", quote(99_000))

    assert queries.bill_of("D-1").total_vnd == 24_000
    assert OutboxEvent.objects.filter(topic="BillIssued").count() == 1


def test_an_exempt_bill_is_kept_with_its_reason_and_owes_nothing() -> None:
    issue("D-1", quote(0))

    bill = queries.bill_of("D-1")
    assert (bill.state, bill.lines[0].exempt_reason) == ("exempt", "Trẻ em")
    assert not queries.is_unpaid("D-1")
    assert not OutboxEvent.objects.exists()


def test_what_costs_nothing_has_no_bill() -> None:
    issue("D-1", quote())

    assert queries.bill_of("D-1") is None
