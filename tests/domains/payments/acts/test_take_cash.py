# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from motcua.domains.payments import queries
from motcua.domains.payments.acts.issue_bill import issue_bill
from motcua.domains.payments.acts.take_cash import NothingDue, take_cash
from motcua.domains.payments.models import Bill
from motcua.domains.units import queries as units
from motcua.kit.access import SYSTEM, Actor, NotPermitted, Role
from motcua.kit.faults import NotFound
from motcua.kit.models import AuditEntry
from motcua.rules import fees
from tests.builders import official, vn

AT = vn("2026-07-03 10:00")
TABLE = [
    {
        "code": "copy",
        "title": {"vi": "Lệ phí bản sao", "en": "Copy fee"},
        "kind": "charge",
        "per": "copy",
        "amount_vnd": 8000,
        "valid_from": "2026-01-01",
        "source": "test",
    }
]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


def counter() -> Actor:
    centre = units.one_stops()[0]
    return official("Lan", (centre.code, Role.COUNTER))


def billed(code: str, copies: int = 3) -> Bill | None:
    quote = fees.quote(TABLE, answers={"copies": copies}, channel=1, on=AT.date())
    unit_id = units.one_stops()[0].id
    return issue_bill(actor=SYSTEM, dossier_code=code, unit_id=unit_id, quote=quote, at=AT)


def take(actor: Actor, code: str, amount_vnd: int = 24_000, key: UUID | None = None) -> str:
    return take_cash(
        actor=actor,
        at=AT,
        key=key or uuid4(),
        dossier_code=code,
        amount_vnd=amount_vnd,
        unit_id=actor.posts[0].unit_id,
    )


def test_cash_settles_the_bill_and_numbers_run_without_gaps() -> None:
    actor = counter()
    billed("D-1")
    billed("D-2")

    numbers = [take(actor, "D-1"), take(actor, "D-2")]

    assert [number[-1] for number in numbers] == ["1", "2"]
    assert not queries.is_unpaid("D-1")
    assert queries.bill_of("D-1").receipt_number == numbers[0]
    assert AuditEntry.objects.filter(act="take_cash").count() == 2


def test_the_same_click_twice_gives_the_same_receipt() -> None:
    actor, key = counter(), uuid4()
    billed("D-1")

    numbers = {take(actor, "D-1", key=key) for _ in range(3)}

    assert len(numbers) == 1


def test_a_paid_bill_takes_no_more_money() -> None:
    actor = counter()
    billed("D-1")
    take(actor, "D-1")

    with pytest.raises(NothingDue):
        take(actor, "D-1")


def test_another_amount_than_the_bill_is_refused_and_takes_no_number() -> None:
    actor = counter()
    billed("D-1")

    with pytest.raises(NothingDue):
        take(actor, "D-1", amount_vnd=20_000)

    assert take(actor, "D-1").endswith("1")


def test_only_a_counter_post_takes_cash() -> None:
    centre = units.one_stops()[0]
    billed("D-1")

    with pytest.raises(NotPermitted):
        take(official("Bình", (centre.code, Role.SPECIALIST)), "D-1")


def test_an_unknown_dossier_has_no_bill() -> None:
    with pytest.raises(NotFound):
        take(counter(), "D-9")


def test_a_receipt_can_never_be_deleted() -> None:
    billed("D-1")
    take(counter(), "D-1")

    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM payments_receipt")
