# SPDX-License-Identifier: Apache-2.0
"""A fee before acceptance, in the middle, or before the return, as the procedure says."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from motcua.domains.dossiers.acts.ask_supplement import Item, ask_supplement
from motcua.domains.dossiers.acts.pass_payment import pass_payment
from motcua.domains.dossiers.acts.receive import receive
from motcua.domains.dossiers.acts.resume import resume
from motcua.domains.dossiers.acts.return_result import Unpaid, return_result
from motcua.domains.dossiers.billing import PayFirst
from motcua.domains.dossiers.queries import verification
from motcua.domains.payments import queries as payments
from motcua.domains.payments.acts.take_cash import take_cash
from motcua.domains.procedures.acts.load_catalogue import load_catalogue
from motcua.domains.procedures.soundness import problems
from motcua.kit.access import SYSTEM
from motcua.kit.datafiles import read_yaml
from motcua.kit.faults import NotAllowedNow
from tests.builders import by, vn
from tests.domains.dossiers.conftest import FILES, RECEIVED_AT, Town, make_town, row

LATER = vn("2026-07-06 09:00")


@pytest.fixture
def town(request: pytest.FixtureRequest, reference: None, small_data: Path, tmp_path: Path) -> Town:
    """The usual town, whose procedure is paid when the test says."""
    data = shutil.copytree(small_data, tmp_path / "data")
    file = data / "procedures" / "permit.yaml"
    file.write_text(file.read_text("utf-8") + f"payment: {request.param}\n", "utf-8")
    load_catalogue(at=vn("2026-01-05 08:00"), data=data)
    return make_town()


def pay(town: Town, code: str) -> None:
    take_cash(
        actor=town.counter, at=LATER, key=uuid4(), dossier_code=code, amount_vnd=75_000,
        unit_id=town.centre_id,
    )  # fmt: skip


@pytest.mark.parametrize("town", ["before"], indirect=True)
def test_paid_before_acceptance(town: Town) -> None:
    code = town.submitted()
    assert payments.bill_of(code).total_vnd == 75_000

    with pytest.raises(PayFirst):
        receive(by=by(town.counter, RECEIVED_AT), code=code)

    pay(town, code)
    receive(by=by(town.counter, LATER), code=code)
    assert row(code).received_at == LATER
    assert payments.bill_of(code).state == "paid"


@pytest.mark.parametrize("town", ["middle"], indirect=True)
def test_paid_in_the_middle_while_the_clock_stands(town: Town) -> None:
    code = town.appraised()
    town.advance(town.specialist, code, "demand_tax", vn("2026-07-03 11:00"))

    with pytest.raises(PayFirst):
        town.advance(town.counter, code, "paid", LATER)

    pay(town, code)
    pass_payment(by=by(SYSTEM, LATER), code=code)
    assert row(code).step == "appraise"
    assert row(code).pauses[-1][1] is not None
    assert [one for _, found in verification.differences() for one in found] == []


@pytest.mark.parametrize("town", ["after"], indirect=True)
def test_paid_before_the_return(town: Town) -> None:
    code = town.decided()

    with pytest.raises(Unpaid):
        return_result(by=by(town.counter, vn("2026-07-07 14:00")), code=code, to="counter")


@pytest.mark.parametrize("town", ["after"], indirect=True)
def test_a_payment_step_for_other_money_waits_for_its_officer(town: Town) -> None:
    code = town.appraised()
    town.advance(town.specialist, code, "demand_tax", vn("2026-07-03 11:00"))

    with pytest.raises(NotAllowedNow):
        pass_payment(by=by(SYSTEM, LATER), code=code)
    town.advance(town.counter, code, "paid", LATER)
    assert row(code).step == "appraise"


@pytest.mark.parametrize(
    ("payment", "said"), [("sometimes", "is not one of"), ("middle", "step of kind payment")]
)
def test_a_procedure_says_when_it_is_paid(payment: str, said: str) -> None:
    config = dict(read_yaml(FILES / "permit.yaml")) | {"payment": payment}
    steps = {n: s for n, s in config["workflow"]["steps"].items() if n != "tax"}
    steps["appraise"] = {**steps["appraise"], "actions": {"propose": "approve"}}
    config["workflow"] = {**config["workflow"], "steps": steps}

    found = problems(config, roles=["counter", "specialist", "leader"], agencies=[])

    assert any(said in str(one) for one in found)


def test_a_supplement_that_changes_the_count_changes_what_is_owed(
    reference: None, small_data: Path, tmp_path: Path
) -> None:
    data = shutil.copytree(small_data, tmp_path / "data")
    file = data / "procedures" / "permit.yaml"
    by_floor = "per: copy\n    copies_from: house.floors\n"
    file.write_text(file.read_text("utf-8").replace("per: dossier\n", by_floor), "utf-8")
    load_catalogue(at=vn("2026-01-05 08:00"), data=data)
    town = make_town()
    code = town.appraised()
    owed = payments.bill_of(code).total_vnd
    items = [Item("field:house.floors", "Số tầng chưa khớp", "")]
    until_on = date(2026, 7, 20)
    ask_supplement(by=by(town.specialist, LATER), code=code, items=items, until_on=until_on)

    resume(by=by(town.citizen, LATER), code=code, answers={"house": {"floors": 4}})

    assert (owed, payments.bill_of(code).total_vnd) == (225_000, 300_000)
    assert [found for _, found in verification.differences()] == [[]]
