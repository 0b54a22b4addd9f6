# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from motcua.domains.people.models import Account
from motcua.domains.units import queries as units
from motcua.kit.access import Role
from tests.builders import official
from tests.domains.dossiers.conftest import Town
from tests.faces.desk.conftest import Desks, form, post, text


def paid(town: Town, desk_of: Desks) -> str:
    code = town.received()
    counter = desk_of(town.counter)
    post(counter, code, "take_cash", **form(counter, code, "take_cash"))
    return code


def test_cashier_and_leader_read_what_came_in(town: Town, desk_of: Desks) -> None:
    paid(town, desk_of)

    for actor in (town.counter, town.leader):
        page = text(desk_of(actor).get("/desk/money"))
        assert "75.000" in page
        assert units.agency(town.competent_id).name_vi in page


def test_other_units_see_nothing_of_it(town: Town, desk_of: Desks) -> None:
    paid(town, desk_of)
    other = units.agency(town.other_ids[0]).code

    assert "75.000" not in text(desk_of(official("Hà", (other, Role.LEADER))).get("/desk/money"))


def test_the_period_is_chosen_and_nonsense_means_today(town: Town, desk_of: Desks) -> None:
    paid(town, desk_of)
    counter = desk_of(town.counter)

    assert "75.000" not in text(counter.get("/desk/money?from=01/02/2026&to=02/02/2026"))
    assert "75.000" in text(counter.get("/desk/money?from=99/99/9999&to=abc"))


def test_the_spreadsheet_has_the_same_numbers_and_no_formulas(town: Town, desk_of: Desks) -> None:
    paid(town, desk_of)

    answer = desk_of(town.counter).get("/desk/money?format=csv")

    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert ",1,75000,0,75000,0" in answer.getvalue().decode()


def test_no_name_of_a_cashier_becomes_a_formula(town: Town, desk_of: Desks) -> None:
    paid(town, desk_of)
    Account.objects.filter(full_name=town.counter.name).update(full_name=" ＝HYPERLINK(1)")

    answer = desk_of(town.leader).get("/desk/money?format=csv")

    assert ",' ＝HYPERLINK(1)," in answer.getvalue().decode()


def test_specialists_have_no_such_page(town: Town, desk_of: Desks) -> None:
    desk = desk_of(town.specialist)

    assert desk.get("/desk/money").status_code == 403
    assert "/desk/money" not in text(desk.get("/desk/"))
