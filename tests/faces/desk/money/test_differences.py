# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from motcua.domains.payments import queries as payments
from motcua.domains.payments.acts.reconcile import reconcile
from motcua.domains.units import queries as units
from motcua.kit import clock
from motcua.kit.access import SYSTEM, Role
from motcua.kit.models import DataUse
from tests.builders import official
from tests.domains.dossiers.conftest import Town
from tests.domains.payments.bank_file import bank_file, line
from tests.faces.desk.conftest import Desks, text
from tests.faces.desk.money.test_fee import with_account

PAGE = "/desk/money/differences"


@pytest.fixture
def transferred(town: Town) -> str:
    with_account(town)
    code, on = town.received(), date(2026, 7, 3)
    raw = bank_file([line("FT1", on, 75_000, code), line("FT2", on, 9_000, "NOBODY")], on)
    reconcile(actor=SYSTEM, at=clock.now(), raw=raw)
    return code


def send(desk: object, difference: int, **fields: str) -> object:
    sent = {"key": str(uuid4()), "difference": difference, **fields}
    return desk.post(PAGE, sent)  # type: ignore[attr-defined]


def waiting() -> dict[str, int]:
    return {one.kind: one.id for one in payments.differences()}


def test_a_leader_books_a_transfer_of_the_unit(
    transferred: str, town: Town, desk_of: Desks
) -> None:
    leader = desk_of(town.leader)
    page = text(leader.get(PAGE))
    seen = DataUse.objects.get()
    assert seen.subjects == [transferred]
    assert transferred in page and "NOBODY" not in page

    assert send(leader, waiting()["not_booked"], action="book").status_code == 303
    assert payments.bill_of(transferred).method == "transfer"
    assert transferred not in text(leader.get(PAGE))


def test_an_operator_closes_with_a_word_what_belongs_to_nobody(
    transferred: str, town: Town, desk_of: Desks
) -> None:
    centre = units.agency(town.centre_id).code
    desk = desk_of(official("Yến", (centre, Role.OPERATOR)))
    number = waiting()["unknown_reference"]

    assert send(desk, number, action="close", note=" ").status_code == 422
    assert send(desk, number, action="close", note="Chuyển nhầm").status_code == 303
    assert "NOBODY" not in text(desk.get(PAGE))


def test_others_cannot_touch_it(transferred: str, town: Town, desk_of: Desks) -> None:
    other = official("Hà", (units.agency(town.other_ids[0]).code, Role.LEADER))

    assert send(desk_of(other), waiting()["not_booked"], action="book").status_code == 403
    assert desk_of(town.counter).get(PAGE).status_code == 403
