# SPDX-License-Identifier: Apache-2.0
"""The pages about money: accessible, and narrow enough for a telephone."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import uuid4

import pytest

from motcua.domains.payments.acts.settle_payment import settle_payment
from motcua.domains.payments.acts.start_payment import start_payment
from motcua.domains.payments.platform import Word
from motcua.domains.units import queries as units
from motcua.kit import clock
from motcua.kit.access import Role
from tests.builders import official
from tests.domains.dossiers.conftest import Town
from tests.domains.payments.conftest import heard
from tests.domains.payments.two_accounts import owing_two
from tests.faces.desk.conftest import Desks
from tests.faces.looking import faults_of

pytestmark = pytest.mark.browser


def money_pages(town: Town, desk_of: Desks, language: str) -> Mapping[str, bytes]:
    """A dossier with a failed and a paid part, the report, differences, accounts, exchanges."""
    code, at = owing_two(town), clock.now()
    for number, word, amount in ((1, Word.FAILED, 45_000), (2, Word.PAID, 30_000)):
        reference = start_payment(
            actor=town.citizen, at=at, key=uuid4(), dossier_code=code, payer_name="Lan",
            number=number,
        )  # fmt: skip
        wrong = heard(reference, Word.PAID, amount + 1)
        for said in (wrong, heard(reference, word, amount)):
            settle_payment(heard=said, at=at)
    centre, unit = units.agency(town.centre_id), units.agency(town.competent_id)
    seen: dict[str, bytes] = {}
    for actor, paths in (
        (town.counter, (f"/desk/{code}",)),
        (town.leader, ("/desk/money", "/desk/money/differences")),
        (official("Nga", (unit.code, Role.UNIT_ADMIN)), ("/desk/unit/accounts",)),
        (official("Yến", (centre.code, Role.OPERATOR)), ("/desk/exchanges",)),
    ):
        desk = desk_of(actor)
        desk.cookies["language"] = language
        seen |= {path: desk.get(path).content for path in paths}
    return seen


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_pages_about_money_are_accessible(town: Town, desk_of: Desks, language: str) -> None:
    assert faults_of(money_pages(town, desk_of, language)) == []
