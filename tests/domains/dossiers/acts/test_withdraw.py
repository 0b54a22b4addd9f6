# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.dossiers.acts.withdraw import withdraw
from motcua.domains.dossiers.billing import WAIVED
from motcua.domains.payments import queries as payments
from motcua.kit.access import NotPermitted
from motcua.kit.faults import NotAllowedNow
from tests.builders import by, vn
from tests.domains.dossiers.conftest import Town, row

AT = vn("2026-07-06 08:00")
pytestmark = pytest.mark.django_db


def test_the_applicant_takes_it_back_at_any_open_step(town: Town) -> None:
    codes = [town.submitted(), town.received(), town.appraised()]

    for code in codes:
        withdraw(by=by(town.citizen, AT), code=code)

    assert {row(code).status for code in codes} == {7}


def test_the_counter_does_it_on_their_behalf(town: Town) -> None:
    code = town.appraised()

    withdraw(by=by(town.counter, AT), code=code, reason="Công dân đề nghị tại quầy")

    assert row(code).status == 7


def test_nothing_is_owed_any_more(town: Town) -> None:
    code = town.appraised()

    withdraw(by=by(town.citizen, AT), code=code)

    bill = payments.bill_of(code)
    assert bill is not None and not bill.is_open
    assert (bill.total_vnd, bill.balance_vnd) == (0, 0)
    assert bill.lines[0].exempt_reason == WAIVED


def test_strangers_may_not_and_a_decided_dossier_stays(town: Town) -> None:
    open_one, decided = town.appraised(), town.decided()

    with pytest.raises(NotPermitted):
        withdraw(by=by(town.stranger, AT), code=open_one)
    with pytest.raises(NotAllowedNow):
        withdraw(by=by(town.citizen, AT), code=decided)
