# SPDX-License-Identifier: Apache-2.0
"""Bills, and the people of one ward who take and give back money."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest

from motcua.domains.payments.acts.issue_bill import issue_bill
from motcua.domains.payments.acts.set_beneficiary_account import (
    NewAccount,
    set_beneficiary_account,
)
from motcua.domains.payments.acts.start_payment import start_payment
from motcua.domains.payments.acts.take_cash import take_cash
from motcua.domains.payments.models import Bill
from motcua.domains.payments.platform import Heard, Source, Word
from motcua.domains.units import queries as units
from motcua.kit.access import GUEST, SYSTEM, Actor, Role
from motcua.rules.fees import FeeKind, FeeLine, Quote
from tests.builders import official, vn

AT = vn("2026-07-03 10:00")
Issue = Callable[..., str]


class Ward:
    """A ward's people's committee and its counter."""

    def __init__(self) -> None:
        self.centre = units.one_stops()[0]
        self.unit = next(
            one
            for one in units.served_by(self.centre.id)
            if one.id != self.centre.id and one.kind == "people_committee"
        )

    def person(self, name: str, role: Role) -> Actor:
        """Return an official of the ward; counters stand in its centre."""
        unit = self.centre if role is Role.COUNTER else self.unit
        return official(name, (unit.code, role))

    @property
    def cashier(self) -> Actor:
        """The one at the counter."""
        return self.person("Lan", Role.COUNTER)

    @property
    def leader(self) -> Actor:
        """The one who decides."""
        return self.person("Dũng", Role.LEADER)

    def bill(self, code: str, *amounts: int) -> Bill:
        """Issue the bill of a dossier with lines named `fee-0`, `fee-1` …"""
        lines = tuple(
            FeeLine(f"fee-{n}", {"vi": "Lệ phí", "en": "Charge"}, FeeKind.CHARGE, amount, None, "t")
            for n, amount in enumerate(amounts or (24_000,))
        )
        bill = issue_bill(
            actor=SYSTEM, dossier_code=code, unit_id=self.unit.id, quote=Quote(lines), at=AT
        )
        assert bill is not None
        return bill

    def account(
        self, number: str = "0000000000147", fee_code: str = "",
        first_on: date = date(2025, 7, 1),
    ) -> None:  # fmt: skip
        """State an account of the ward."""
        wanted = NewAccount(
            unit_id=self.unit.id, fee_code=fee_code, bank_bin="970418", account_number=number,
            account_name="UBND PHUONG", valid_from=first_on,
        )  # fmt: skip
        admin = self.person("Nga", Role.UNIT_ADMIN)
        set_beneficiary_account(actor=admin, at=AT, key=uuid4(), wanted=wanted)

    def cash(self, code: str, amount_vnd: int = 24_000) -> str:
        """Take the money of a bill at the counter."""
        return take_cash(
            actor=self.cashier, at=AT, key=uuid4(), dossier_code=code, amount_vnd=amount_vnd,
            unit_id=self.centre.id,
        )  # fmt: skip

    def two_accounts(self, code: str) -> None:
        """Issue a bill of 10,000 for one account and 20,000 for another."""
        self.account()
        self.account("0000000000990", fee_code="fee-1")
        self.bill(code, 10_000, 20_000)

    def online(self, code: str, number: int = 0) -> str:
        """Begin to pay an order of a bill online; return the reference."""
        return start_payment(
            actor=GUEST, at=AT, key=uuid4(), dossier_code=code, payer_name="Nguyễn Văn Minh",
            number=number,
        )  # fmt: skip


@pytest.fixture
def ward(reference: None) -> Ward:
    """One ward of the real reference."""
    return Ward()


def heard(
    reference: str,
    word: Word = Word.PAID,
    amount_vnd: int = 24_000,
    source: Source = Source.CALLBACK,
) -> Heard:
    """What the platform says."""
    return Heard(
        reference=reference, word=word, amount_vnd=amount_vnd, transaction="TX1", source=source
    )
