# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.dossiers.acts.redirect_return import ReturnedThereAlready, redirect_return
from motcua.domains.dossiers.application import NotAReturnCounter
from motcua.domains.dossiers.ledger import By
from motcua.domains.dossiers.models import Dossier
from motcua.domains.dossiers.queries import card as cards
from motcua.domains.dossiers.queries import verification
from motcua.domains.dossiers.queries.applicant import holder, secret_of
from motcua.domains.units import queries as units
from motcua.domains.units.queries import AgencyCard
from motcua.kit.access import Actor, NotPermitted, Role
from motcua.kit.faults import NotAllowedNow
from motcua.kit.models import OutboxEvent
from tests.builders import by, official, vn
from tests.domains.dossiers.conftest import Town, acts, row

AT = vn("2026-07-07 14:00")
pytestmark = pytest.mark.django_db


@pytest.fixture
def other(town: Town) -> AgencyCard:
    return next(card for card in units.one_stops() if card.id != town.centre_id)


@pytest.fixture
def there(other: AgencyCard) -> Actor:
    return official("Mai", (other.code, Role.COUNTER))


def test_a_decided_dossier_lies_before_the_new_counter(town: Town, other: AgencyCard) -> None:
    code = town.decided()

    redirect_return(by=by(town.counter, AT), code=code, unit_id=other.id, reason="Chuyển nhà")

    stored, last = row(code), cards.history(code)[-1]
    assert (stored.return_unit_id, stored.desk_unit_id) == (other.id, other.id)
    assert (last.act, last.reason) == ("redirect_return", f"{other.name_vi}: Chuyển nhà")
    assert OutboxEvent.objects.filter(topic="ReturnRedirected").count() == 1
    assert [found for _, found in verification.differences()] == [[]]


def test_a_dossier_at_work_stays_where_it_is(town: Town, other: AgencyCard) -> None:
    code = town.appraised()
    before = row(code)

    redirect_return(by=by(town.counter, AT), code=code, unit_id=other.id)
    town.advance(town.specialist, code, "propose", AT)
    town.advance(town.leader, code, "approve", AT)

    assert before.desk_unit_id == town.competent_id
    assert row(code).desk_unit_id == other.id
    assert [found for _, found in verification.differences()] == [[]]


def test_the_counter_before_which_the_applicant_stands_takes_it_over(
    town: Town, other: AgencyCard, there: Actor
) -> None:
    by_secret, by_number = town.decided(), town.decided()
    Dossier.objects.filter(code=by_number).update(applicant_id_number="027190000001")
    shown = {by_secret: secret_of(by_secret), by_number: "027 190 000 001"}

    for code, proof in shown.items():
        redirect_return(by=by(there, AT), code=code, unit_id=other.id, shown=proof)

    assert {row(code).return_unit_id for code in shown} == {other.id}


@pytest.mark.parametrize("shown", ["", "   ", "ABCDEFGHJK", "027190000002"])
def test_nobody_takes_over_a_dossier_without_the_applicant(
    town: Town, other: AgencyCard, there: Actor, shown: str
) -> None:
    code = town.decided()

    with pytest.raises(NotPermitted):
        redirect_return(by=by(there, AT), code=code, unit_id=other.id, shown=shown)

    assert row(code).return_unit_id == town.centre_id


def test_the_applicant_asks_for_it_by_account_or_by_receipt(town: Town, other: AgencyCard) -> None:
    first, second = town.decided(), town.decided()

    redirect_return(by=by(town.citizen, AT), code=first, unit_id=other.id)
    redirect_return(
        by=by(holder(code=second, secret=secret_of(second)), AT), code=second, unit_id=other.id
    )

    assert {row(first).return_unit_id, row(second).return_unit_id} == {other.id}
    for actor in (town.stranger, town.specialist):
        with pytest.raises(NotPermitted):
            redirect_return(by=by(actor, AT), code=first, unit_id=town.centre_id)


def test_the_same_command_twice_moves_it_once(town: Town, other: AgencyCard) -> None:
    code, command = town.decided(), by(town.counter, AT)

    for _ in range(2):
        redirect_return(by=command, code=code, unit_id=other.id)

    assert acts(code).count("redirect_return") == 1


def test_only_another_centre_and_only_before_the_end(town: Town, other: AgencyCard) -> None:
    code, ended = town.decided(), town.decided()
    Dossier.objects.filter(code=ended).update(status=10)
    command: By = by(town.counter, AT)

    with pytest.raises(NotAReturnCounter):
        redirect_return(by=command, code=code, unit_id=town.competent_id)
    with pytest.raises(NotAReturnCounter):
        redirect_return(by=command, code=code, unit_id=2**62)
    with pytest.raises(ReturnedThereAlready):
        redirect_return(by=command, code=code, unit_id=town.centre_id)
    with pytest.raises(NotAllowedNow):
        redirect_return(by=command, code=ended, unit_id=other.id)
