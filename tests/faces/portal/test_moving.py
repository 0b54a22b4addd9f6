# SPDX-License-Identifier: Apache-2.0
"""Choosing another place of return."""

from __future__ import annotations

import pytest

from motcua.domains.dossiers.queries import applicant
from motcua.domains.units import queries as units
from motcua.domains.units.queries import AgencyCard
from tests.domains.dossiers.conftest import Town, acts, row
from tests.faces.portal.conftest import Browser, hidden


@pytest.fixture
def other(town: Town) -> AgencyCard:
    """A counter that was not agreed."""
    return next(card for card in units.one_stops() if card.id != town.centre_id)


def test_the_citizen_moves_the_place_of_return_once(
    citizen: Browser, town: Town, other: AgencyCard
) -> None:
    code = town.received()
    offered = citizen.get(f"/ho-so/{code}/noi-tra")
    fields = {**hidden(offered), "counter": str(other.id)}

    answers = [citizen.post(f"/ho-so/{code}/noi-tra", fields).status_code for _ in range(2)]

    assert f"/ho-so/{code}/noi-tra" in citizen.get(f"/ho-so/{code}").content.decode()
    assert answers == [303, 303]
    assert row(code).return_unit_id == other.id
    assert acts(code).count("redirect_return") == 1


def test_the_history_names_the_new_counter(citizen: Browser, town: Town, other: AgencyCard) -> None:
    code = town.received()
    fields = {**hidden(citizen.get(f"/ho-so/{code}/noi-tra")), "counter": str(other.id)}
    citizen.post(f"/ho-so/{code}/noi-tra", fields)

    page = citizen.get(f"/ho-so/{code}").content.decode()

    assert page.count(other.name_vi) >= 2


def test_who_holds_the_receipt_moves_it_with_the_proof(
    guest: Browser, town: Town, other: AgencyCard
) -> None:
    code = town.submitted(account_id=None)
    shown = guest.post("/tra-cuu", {"code": code, "secret": applicant.secret_of(code)})
    offered = guest.post(f"/ho-so/{code}/noi-tra", {"proof": hidden(shown)["proof"]})

    answer = guest.post(f"/ho-so/{code}/noi-tra", {**hidden(offered), "counter": str(other.id)})

    assert answer.status_code == 200
    assert row(code).return_unit_id == other.id


def test_without_proof_nobody_learns_of_the_dossier(guest: Browser, town: Town) -> None:
    code = town.received()

    assert guest.get(f"/ho-so/{code}/noi-tra").status_code == 404


@pytest.mark.parametrize("counter", ["", "9" * 30, "x", "0"])
def test_what_is_no_counter_changes_nothing(citizen: Browser, town: Town, counter: str) -> None:
    code = town.received()
    fields = {**hidden(citizen.get(f"/ho-so/{code}/noi-tra")), "counter": counter}

    answer = citizen.post(f"/ho-so/{code}/noi-tra", fields)

    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert row(code).return_unit_id == town.centre_id


def test_the_counter_agreed_before_is_refused_in_words(citizen: Browser, town: Town) -> None:
    code = town.received()
    fields = {**hidden(citizen.get(f"/ho-so/{code}/noi-tra")), "counter": str(town.centre_id)}

    answer = citizen.post(f"/ho-so/{code}/noi-tra", fields)

    assert answer.status_code == 409
    assert acts(code).count("redirect_return") == 0


def test_what_has_ended_stays_where_it_is(citizen: Browser, town: Town) -> None:
    code = town.received()
    citizen.post(f"/ho-so/{code}/rut", hidden(citizen.get(f"/ho-so/{code}/rut")))

    assert citizen.get(f"/ho-so/{code}/noi-tra").status_code == 409
    assert f"/ho-so/{code}/noi-tra" not in citizen.get(f"/ho-so/{code}").content.decode()
