# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.payments import queries
from motcua.domains.payments.acts.load_demo_accounts import load_demo_accounts
from motcua.domains.payments.banks import bank_of
from motcua.domains.units import queries as units
from tests.builders import vn

AT = vn("2026-07-03 10:00")
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


def test_every_competent_unit_has_an_account_marked_as_invented() -> None:
    load_demo_accounts(at=AT)

    owners = [card for card in units.agencies() if card.kind not in ("service_centre",)]
    found = [queries.beneficiary_account(card.id, "", AT.date()) for card in owners]
    assert owners
    assert {one.source for one in found} == {"synthetic"}
    assert all(bank_of(one.bank_bin) for one in found)


def test_repeating_it_changes_nothing() -> None:
    assert load_demo_accounts(at=AT) > 100
    assert load_demo_accounts(at=AT) == 0
