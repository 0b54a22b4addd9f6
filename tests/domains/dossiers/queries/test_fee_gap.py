# SPDX-License-Identifier: Apache-2.0
"""What was paid beside what the answers cost after a supplement."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from motcua.domains.dossiers.acts.ask_supplement import Item, ask_supplement
from motcua.domains.dossiers.acts.resume import resume
from motcua.domains.dossiers.acts.withdraw import withdraw
from motcua.domains.dossiers.queries.card import card
from motcua.domains.dossiers.queries.fee_gap import FeeGap, fee_gap
from motcua.domains.payments import queries as payments
from motcua.domains.payments.acts.pay_refund import pay_refund
from motcua.domains.payments.acts.request_refund import request_refund
from motcua.domains.payments.acts.take_cash import take_cash
from motcua.domains.procedures.acts.load_catalogue import load_catalogue
from tests.builders import by, vn
from tests.domains.dossiers.conftest import Town, make_town

AT = vn("2026-07-06 09:00")


@pytest.fixture
def town(reference: None, small_data: Path, tmp_path: Path) -> Town:
    """The usual town; each floor of the house costs 75,000."""
    load_by_floor(small_data, tmp_path)
    return make_town()


def load_by_floor(small_data: Path, tmp_path: Path) -> None:
    data = shutil.copytree(small_data, tmp_path / "data")
    file = data / "procedures" / "permit.yaml"
    by_floor = "per: copy\n    copies_from: house.floors\n"
    file.write_text(file.read_text("utf-8").replace("per: dossier\n", by_floor), "utf-8")
    load_catalogue(at=vn("2026-01-05 08:00"), data=data)


def paid(town: Town) -> str:
    """The code of a dossier of three floors, paid in cash."""
    code = town.appraised()
    take_cash(
        actor=town.counter, at=AT, key=uuid4(), dossier_code=code, amount_vnd=225_000,
        unit_id=town.centre_id,
    )  # fmt: skip
    return code


def supplemented(town: Town, code: str, floors: int) -> None:
    items = [Item("field:house.floors", "Số tầng chưa khớp", "")]
    ask_supplement(
        by=by(town.specialist, AT), code=code, items=items, until_on=date(2026, 7, 20)
    )  # fmt: skip
    resume(by=by(town.citizen, AT), code=code, answers={"house": {"floors": floors}})


def gap_of(code: str) -> FeeGap | None:
    bill = payments.bill_of(code)
    assert bill is not None
    return fee_gap(card(code), bill)


@pytest.mark.parametrize(
    ("floors", "owed", "less", "more"), [(4, 300_000, 75_000, 0), (2, 150_000, 0, 75_000)]
)
def test_a_paid_fee_is_compared_with_the_new_answers(
    town: Town, floors: int, owed: int, less: int, more: int
) -> None:
    code = paid(town)

    supplemented(town, code, floors)

    found = gap_of(code)
    assert found == FeeGap(owed, 225_000)
    assert found is not None and (found.less_vnd, found.more_vnd) == (less, more)


def test_there_is_no_gap_while_nothing_changed_or_nothing_is_paid(town: Town) -> None:
    same, unpaid = paid(town), town.appraised()

    supplemented(town, same, 3)
    supplemented(town, unpaid, 4)

    assert (gap_of(same), gap_of(unpaid)) == (None, None)


def test_a_refund_of_what_is_too_much_closes_it(town: Town) -> None:
    code = paid(town)
    supplemented(town, code, 2)

    request_refund(
        actor=town.specialist,
        at=AT,
        key=uuid4(),
        dossier_code=code,
        amount_vnd=75_000,
        reason="Bớt",
    )
    pay_refund(actor=town.leader, at=AT, key=uuid4(), dossier_code=code, method="cash")

    assert gap_of(code) is None


def test_other_money_given_back_opens_none(town: Town) -> None:
    code = paid(town)

    request_refund(
        actor=town.specialist,
        at=AT,
        key=uuid4(),
        dossier_code=code,
        amount_vnd=5_000,
        reason="Miễn",
    )
    pay_refund(actor=town.leader, at=AT, key=uuid4(), dossier_code=code, method="cash")

    assert gap_of(code) is None


def test_a_dossier_without_a_result_owes_nothing_more(town: Town) -> None:
    code = paid(town)
    supplemented(town, code, 4)

    withdraw(by=by(town.citizen, AT), code=code)

    assert gap_of(code) is None
