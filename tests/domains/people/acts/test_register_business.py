# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from uuid import uuid4

import pytest

from motcua.domains.people import queries as people
from motcua.domains.people.acts.accept_representation import accept_representation
from motcua.domains.people.acts.register_business import (
    BusinessNameWrong,
    TaxCodeWrong,
    register_business,
)
from motcua.domains.people.acts.revoke_representation import LegalStays, revoke_representation
from motcua.domains.people.known import Named
from motcua.kit.access import Actor, NotPermitted
from tests.domains.people.representing import (
    AT,
    BA,
    CHAU,
    accepted,
    citizen,
    counter,
    granted,
    wanted,
)

pytestmark = pytest.mark.django_db
TAX_CODE = "2300123454"


def registered(actor: Actor | None = None, tax_code: str = TAX_CODE, name: str = "Gốm Phù Lãng"):
    return register_business(
        actor=actor or counter(), at=AT, key=uuid4(), tax_code=tax_code, name=name,
        legal=Named(*BA), consent_paper=uuid4(),
    )  # fmt: skip


def leading(business_id: int, legal: Actor) -> Actor:
    """The legal representative, acting for the business."""
    code = people.given_by(business_id, AT)[-1].code
    accept_representation(actor=legal, at=AT, code=code)
    return people.acting(legal, code, AT)


def test_the_legal_representative_lets_others_act_for_the_business() -> None:
    legal, young = citizen(BA), citizen(CHAU)
    business_id = registered()

    boss = leading(business_id, legal)
    acting = people.acting(young, accepted(boss, young), AT)

    assert acting.account_id == business_id
    assert people.business(business_id).tax_code == TAX_CODE
    assert set(people.representatives_of([business_id], AT)[business_id]) == {
        legal.account_id,
        young.account_id,
    }


def test_one_who_acts_for_the_business_names_nobody_further() -> None:
    legal, young = citizen(BA), citizen(CHAU)
    boss = leading(registered(), legal)
    acting = people.acting(young, accepted(boss, young), AT)

    with pytest.raises(NotPermitted):
        granted(acting, representative=wanted(BA).representative)


def test_the_legal_representative_removes_others_but_not_himself() -> None:
    legal, young = citizen(BA), citizen(CHAU)
    business_id = registered()
    boss = leading(business_id, legal)
    code = accepted(boss, young)

    revoke_representation(actor=boss, at=AT, code=code)

    with pytest.raises(LegalStays):
        revoke_representation(actor=legal, at=AT, code=people.given_by(business_id, AT)[-1].code)
    assert [one.state for one in people.given_by(business_id, AT)] == ["revoked", "in_force"]


@pytest.mark.parametrize("tax_code", ["2300123455", "123", "2300123454-000", "230012345a"])
def test_a_wrong_tax_code_is_refused(tax_code: str) -> None:
    with pytest.raises(TaxCodeWrong):
        registered(tax_code=tax_code)


def test_a_business_stands_in_the_books_once() -> None:
    registered()

    with pytest.raises(TaxCodeWrong):
        registered()
    with pytest.raises(BusinessNameWrong):
        registered(tax_code="2300123454-001", name="")
    with pytest.raises(NotPermitted):
        registered(citizen(CHAU))
