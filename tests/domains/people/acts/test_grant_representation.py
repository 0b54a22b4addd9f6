# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from motcua.domains.people import queries as people
from motcua.domains.people.acts.accept_representation import accept_representation
from motcua.domains.people.known import PersonUnknown
from motcua.domains.people.mandates import ConsentTooWeak, MandateTooLong
from motcua.domains.people.models import Account, Representation
from motcua.domains.people.representing import NotForOneself
from motcua.kit.access import NotPermitted
from motcua.kit.faults import NotFound
from motcua.kit.models import AuditEntry
from tests.domains.people.representing import (
    AT,
    BA,
    CHAU,
    LATER,
    accepted,
    citizen,
    granted,
    wanted,
)

pytestmark = pytest.mark.django_db


def test_leave_holds_from_acceptance_until_its_last_day() -> None:
    old, young = citizen(BA), citizen(CHAU)
    code = granted(old)
    with pytest.raises(NotFound):
        people.acting(young, code, AT)

    accept_representation(actor=young, at=AT, code=code)

    acting = people.acting(young, code, AT)
    assert (acting.account_id, acting.person_id) == (old.account_id, young.account_id)
    assert (acting.code, acting.capacity) == (young.code, f"representative@{old.code}")
    with pytest.raises(NotFound):
        people.acting(young, code, LATER)


def test_the_same_form_posted_twice_gives_one_leave() -> None:
    old, key = citizen(BA), uuid4()

    assert granted(old, key) == granted(old, key)
    assert Representation.objects.count() == 1


def test_somebody_who_never_signed_in_can_be_named() -> None:
    granted(citizen(BA))

    account = Account.objects.get(personal_id=CHAU[0])
    assert (account.full_name, account.identity_level) == (CHAU[1], 0)


@pytest.mark.parametrize(
    "who", [("024190000002", "Ai Đó Khác"), ("12345", "Đỗ Văn Cháu"), (CHAU[0], "")]
)
def test_number_and_name_must_belong_together(who: tuple[str, str]) -> None:
    old = citizen(BA)
    citizen(CHAU)

    with pytest.raises(PersonUnknown):
        granted(old, representative=wanted(who).representative)


@pytest.mark.parametrize("until_on", [date(2026, 7, 2), date(2027, 7, 10)])
def test_it_ends_within_a_year(until_on: date) -> None:
    with pytest.raises(MandateTooLong):
        granted(citizen(BA), until_on=until_on)


def test_a_weak_e_id_and_oneself_are_refused() -> None:
    with pytest.raises(ConsentTooWeak):
        granted(citizen(BA, level=1))
    with pytest.raises(NotForOneself):
        granted(citizen(CHAU))


def test_a_mandate_is_not_handed_on() -> None:
    old, young = citizen(BA), citizen(CHAU)
    acting = people.acting(young, accepted(old, young), AT)

    with pytest.raises(NotPermitted):
        granted(acting, representative=wanted(("024190000009", "Người Thứ Ba")).representative)


def test_the_log_names_nobody() -> None:
    code = granted(citizen(BA))

    entry = AuditEntry.objects.get(chain=f"representation:{code}")
    assert CHAU[1] not in str(entry.payload)
    assert CHAU[0] not in str(entry.payload)
