# SPDX-License-Identifier: Apache-2.0
"""A dossier whose fee goes to one account and whose charge to another."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from motcua.domains.dossiers.acts.receive import receive
from motcua.domains.payments.acts.issue_bill import issue_bill
from motcua.domains.payments.acts.set_beneficiary_account import (
    NewAccount,
    set_beneficiary_account,
)
from motcua.domains.payments.queries.accounts import account_lines
from motcua.domains.units import queries as units
from motcua.kit import clock
from motcua.kit.access import SYSTEM, Role
from motcua.rules.fees import FeeKind, FeeLine, Quote
from tests.builders import by, official
from tests.domains.dossiers.conftest import RECEIVED_AT, Town

FEE = FeeLine(
    "survey", {"vi": "Phí thẩm định", "en": "Appraisal fee"}, FeeKind.FEE, 45_000, None, "t"
)
CHARGE = FeeLine(
    "permit", {"vi": "Lệ phí cấp phép", "en": "Permit charge"}, FeeKind.CHARGE, 30_000, None, "t"
)
ACCOUNTS = {"": ("0000000000147", "UBND PHUONG"), "permit": ("0000000000990", "KHO BAC")}


def owing_two(town: Town) -> str:
    """Return a received dossier that owes 45,000 (order 1) and 30,000 (order 2)."""
    code = town.submitted()
    issue_bill(
        actor=SYSTEM, dossier_code=code, unit_id=town.competent_id, quote=Quote((FEE, CHARGE)),
        at=RECEIVED_AT,
    )  # fmt: skip
    receive(by=by(town.counter, RECEIVED_AT), code=code)
    unit = units.agency(town.competent_id)
    admin = official("Nga", (unit.code, Role.UNIT_ADMIN))
    held = {line.fee_code for line in account_lines(unit.id)}
    for fee_code, (number, name) in ACCOUNTS.items():
        if fee_code in held:
            continue
        wanted = NewAccount(
            unit_id=unit.id, fee_code=fee_code, bank_bin="970418", account_number=number,
            account_name=name, valid_from=date(2025, 7, 1),
        )  # fmt: skip
        set_beneficiary_account(actor=admin, at=clock.now(), key=uuid4(), wanted=wanted)
    return code
