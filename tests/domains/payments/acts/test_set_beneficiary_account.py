# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction

from motcua.domains.payments import queries
from motcua.domains.payments.acts.set_beneficiary_account import (
    AccountMalformed,
    AccountTooEarly,
    NewAccount,
    UnknownBank,
    set_beneficiary_account,
)
from motcua.domains.payments.models import BeneficiaryAccount
from motcua.domains.units import queries as units
from motcua.kit.access import Actor, NotPermitted, Role
from motcua.kit.models import AuditEntry
from tests.builders import official, vn

AT = vn("2026-07-03 10:00")
BANK = "970403"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


def first() -> NewAccount:
    return NewAccount(
        unit_id=units.one_stops()[0].id,
        bank_bin=BANK,
        account_number="0011 0123 45678",
        account_name="Ủy ban nhân dân phường Đáp Cầu",
        valid_from=date(2025, 7, 1),
    )


def admin(role: Role = Role.UNIT_ADMIN) -> Actor:
    return official("Nga", (units.one_stops()[0].code, role))


def set_it(wanted: NewAccount, actor: Actor | None = None, key: UUID | None = None) -> None:
    set_beneficiary_account(actor=actor or admin(), at=AT, key=key or uuid4(), wanted=wanted)


def number_on(day: date, fee: str = "copy") -> str | None:
    found = queries.beneficiary_account(first().unit_id, fee, day)
    return found and found.account_number


def test_the_account_is_kept_as_banks_write_it() -> None:
    set_it(first())

    found = queries.beneficiary_account(first().unit_id, "", AT.date())
    assert (found.account_number, found.account_name) == (
        "0011012345678",
        "UY BAN NHAN DAN PHUONG DAP CAU",
    )
    assert found.bank.short_name == "Sacombank"
    assert AuditEntry.objects.filter(act="set_beneficiary_account").count() == 1


def test_each_date_has_the_account_of_its_time() -> None:
    set_it(first())
    set_it(replace(first(), account_number="222222", valid_from=date(2026, 7, 10)))

    assert number_on(date(2025, 6, 30)) is None
    assert number_on(date(2026, 7, 9)) == "0011012345678"
    assert number_on(date(2026, 7, 10)) == "222222"
    assert len(queries.account_lines(first().unit_id)) == 2


def test_a_fee_may_have_an_account_of_its_own() -> None:
    set_it(first())
    set_it(replace(first(), fee_code="copy", account_number="333333"))

    assert number_on(AT.date(), "copy") == "333333"
    assert number_on(AT.date(), "permit") == "0011012345678"


def test_a_plan_may_be_replaced_by_an_earlier_one() -> None:
    set_it(first())
    set_it(replace(first(), account_number="222222", valid_from=date(2026, 8, 1)))
    set_it(replace(first(), account_number="333333", valid_from=date(2026, 7, 20)))

    assert number_on(date(2026, 7, 19)) == "0011012345678"
    assert number_on(date(2026, 8, 2)) == "333333"


def test_a_later_plan_follows_the_earlier_one() -> None:
    set_it(first())
    set_it(replace(first(), account_number="222222", valid_from=date(2026, 8, 1)))
    set_it(replace(first(), account_number="333333", valid_from=date(2026, 9, 1)))

    assert number_on(date(2026, 8, 31)) == "222222"
    assert number_on(date(2026, 9, 1)) == "333333"


@pytest.mark.parametrize("day", [date(2025, 7, 1), date(2026, 7, 2)])
def test_the_past_cannot_be_changed(day: date) -> None:
    set_it(first())

    with pytest.raises(AccountTooEarly, match="03/07/2026"):
        set_it(replace(first(), valid_from=day))


def test_an_account_that_began_today_ends_tomorrow_at_the_earliest() -> None:
    set_it(replace(first(), valid_from=AT.date()))

    with pytest.raises(AccountTooEarly, match="04/07/2026"):
        set_it(replace(first(), valid_from=AT.date()))


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"bank_bin": "000000"}, UnknownBank),
        ({"bank_bin": ""}, UnknownBank),
        ({"account_number": "12"}, AccountMalformed),
        ({"account_number": "1" * 20}, AccountMalformed),
        ({"account_name": "  "}, AccountMalformed),
        ({"account_name": "學校"}, AccountMalformed),
        ({"account_name": "\u202ename"}, AccountMalformed),
        ({"fee_code": "f" * 61}, AccountMalformed),
    ],
)
def test_what_is_no_account_is_refused(changes: dict[str, str], fault: type[Exception]) -> None:
    with pytest.raises(fault):
        set_it(replace(first(), **changes))


def test_the_same_form_posted_twice_sets_one_account() -> None:
    key = uuid4()

    set_it(first(), key=key)
    set_it(first(), key=key)

    assert BeneficiaryAccount.objects.count() == 1


def test_an_operator_may_set_it_for_any_unit() -> None:
    other = units.one_stops()[1]

    set_it(first(), actor=official("Yến", (other.code, Role.OPERATOR)))

    assert number_on(AT.date())


def test_nobody_else_may() -> None:
    other = units.one_stops()[1]

    with pytest.raises(NotPermitted):
        set_it(first(), actor=admin(Role.LEADER))
    with pytest.raises(NotPermitted):
        set_it(first(), actor=official("Hà", (other.code, Role.UNIT_ADMIN)))


def test_the_database_itself_refuses_two_accounts_on_one_day() -> None:
    set_it(first())
    row = BeneficiaryAccount.objects.get()

    row.pk, row.valid_from = None, date(2026, 1, 1)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()
