# SPDX-License-Identifier: Apache-2.0
"""Cards, warnings, units and common receipts at the counter."""

from __future__ import annotations

import re
from typing import Any

import pytest

from motcua.domains.dossiers.models import Bundle, Dossier
from motcua.domains.dossiers.queries import verification
from motcua.domains.support.acts.load_demo_points import load_demo_points
from motcua.domains.support.models import SupportPoint
from motcua.domains.support.queries import points
from motcua.domains.units import queries as units
from motcua.kit import clock
from motcua.kit.access import Role
from motcua.kit.models import AuditEntry, DataUse
from tests.builders import official
from tests.domains.dossiers.conftest import CODE, Town, row
from tests.faces.desk.conftest import Desks, text
from tests.faces.desk.test_reception import ADDRESS, filled

CARD = (
    "027190000001|125000001|Nguyễn Thị Lan|05091990|Nữ|"
    "Số 1 Đường Thử, Võ Cường, Thành phố Bắc Ninh, Bắc Ninh|15042021"
)
ID = {"applicant_personal_id": "027190000001", "applicant_birth_on": "05/09/1990"}


def scanned(town: Town, **changes: Any) -> dict[str, Any]:
    """A form whose scanner has just pressed Enter."""
    empty = {"applicant_name": "", "paper:drawing": None, "at:card": CARD, "action": "enter"}
    return filled(town, **{**empty, **changes})


def shown(page: str, name: str) -> str:
    """What stands in a field of a page."""
    found = re.search(rf'name="{re.escape(name)}"[^>]* value="([^"]*)"', page)
    assert found, name
    return found[1]


def test_a_card_fills_in_the_applicant_and_keeps_the_rest(town: Town, desk_of: Desks) -> None:
    answer = desk_of(town.counter).post(ADDRESS, scanned(town))

    page = text(answer)
    assert answer.status_code == 200
    assert shown(page, "applicant_name") == "Nguyễn Thị Lan"
    assert shown(page, "applicant_personal_id") == "027190000001"
    assert shown(page, "applicant_birth_on") == "05/09/1990"
    assert shown(page, "applicant_phone") == "0912345678"
    assert shown(page, "at:card") == ""
    assert "Võ Cường" in page
    assert not Dossier.objects.exists()


def test_the_button_beside_the_field_reads_the_card_too(town: Town, desk_of: Desks) -> None:
    page = text(desk_of(town.counter).post(ADDRESS, scanned(town, action="card")))

    assert shown(page, "applicant_name") == "Nguyễn Thị Lan"


def test_enter_elsewhere_takes_the_dossier_in(town: Town, desk_of: Desks) -> None:
    answer = desk_of(town.counter).post(ADDRESS, filled(town, action="enter"))

    assert answer.status_code == 303
    assert Dossier.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "phần"),
        ("không phải thẻ", "phần"),
        (CARD.replace("Nữ", "Nuwx"), "Telex"),
        (CARD + CARD, "hai lần"),
        (CARD.replace("05091990", "31021990"), "Ngày sinh"),
        (CARD[:60], "phần"),
        ("x" * 5000, "dài hơn"),
        ("\x00|" * 7, "ký tự"),
    ],
)
def test_a_card_of_a_wrong_shape_says_what_to_do(
    town: Town, desk_of: Desks, typed: str, words: str
) -> None:
    answer = desk_of(town.counter).post(ADDRESS, scanned(town, action="card", **{"at:card": typed}))

    assert answer.status_code == 422
    assert words in text(answer)
    assert shown(text(answer), "applicant_phone") == "0912345678"
    assert not Dossier.objects.exists()


def test_an_open_dossier_of_the_same_kind_is_told_before_the_next_comes_in(
    town: Town, desk_of: Desks
) -> None:
    counter = desk_of(town.counter)
    counter.post(ADDRESS, filled(town, **ID))
    first = Dossier.objects.get().code

    warned = counter.post(ADDRESS, filled(town, **ID))
    unread = counter.post(ADDRESS, filled(town, **ID, **{"at:anyway": "on"}))
    knowing = {"at:anyway": "on", "at:beside": first}
    taken = counter.post(ADDRESS, filled(town, **ID, **knowing))

    assert (warned.status_code, unread.status_code, taken.status_code) == (409, 409, 303)
    assert shown(text(warned), "at:beside") == first
    assert Dossier.objects.count() == 2
    second = Dossier.objects.exclude(code=first).get().code
    submitted = AuditEntry.objects.get(chain=f"dossier:{second}", act="submit")
    assert submitted.payload["beside"] == [first]
    assert DataUse.objects.filter(page="desk/open-dossier-warning").exists()


def test_a_scan_tells_of_it_at_once(town: Town, desk_of: Desks) -> None:
    counter = desk_of(town.counter)
    counter.post(ADDRESS, filled(town, **ID))

    page = text(counter.post(ADDRESS, scanned(town)))

    assert shown(page, "at:beside") == Dossier.objects.get().code


def test_name_and_birth_make_the_same_person_where_there_is_no_number(
    town: Town, desk_of: Desks
) -> None:
    counter, born = desk_of(town.counter), {"applicant_birth_on": "05/09/1990"}
    counter.post(ADDRESS, filled(town, **born))

    same = counter.post(ADDRESS, filled(town, **born, applicant_name="nguyen thi lan"))
    other = counter.post(ADDRESS, filled(town, applicant_birth_on="06/09/1990"))

    assert (same.status_code, other.status_code) == (409, 303)


def test_an_ended_dossier_warns_of_nothing(town: Town, desk_of: Desks) -> None:
    counter = desk_of(town.counter)
    counter.post(ADDRESS, filled(town, **ID))
    Dossier.objects.update(status=10)

    assert counter.post(ADDRESS, filled(town, **ID)).status_code == 303


def test_the_same_button_twice_is_no_second_dossier(town: Town, desk_of: Desks) -> None:
    counter, sent = desk_of(town.counter), filled(town, **ID)

    answers = [counter.post(ADDRESS, sent) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert Dossier.objects.count() == 1


def test_one_tick_stands_for_all_required_papers(town: Town, desk_of: Desks) -> None:
    sent = filled(town, **{"paper:drawing": None, "papers:all": "on"})

    desk_of(town.counter).post(ADDRESS, sent)

    assert Dossier.objects.get().components == [{"code": "drawing", "originals": 1, "copies": 2}]


def test_all_four_units_are_chosen_at_the_counter(town: Town, desk_of: Desks) -> None:
    back, helped = [one.id for one in units.one_stops() if one.id != town.centre_id][:2]
    counter = desk_of(town.counter)

    counter.post(ADDRESS, filled(town, **{"at:return": back, "at:support": helped}))

    stored = Dossier.objects.get()
    chosen = (stored.support_unit_id, stored.receiving_unit_id, stored.return_unit_id)
    assert chosen == (helped, town.centre_id, back)
    assert stored.competent_unit_id == town.competent_id
    page = text(counter.get(f"/desk/{stored.code}"))
    for unit_id in (helped, town.centre_id, back, town.competent_id):
        assert units.agency(unit_id).name_vi in page


def test_a_support_point_that_helped_stands_on_the_dossier_and_in_its_log(
    town: Town, desk_of: Desks
) -> None:
    load_demo_points(at=clock.now())
    point = points.points(on=clock.today())[0]
    counter = desk_of(town.counter)

    answer = counter.post(ADDRESS, filled(town, **{"at:support": f"point:{point.id}"}))

    stored = Dossier.objects.get()
    assert answer.status_code == 303
    assert stored.support_unit_id == point.unit_id
    submitted = AuditEntry.objects.get(chain=f"dossier:{stored.code}", act="submit")
    assert submitted.payload["support_point"] == point.id
    assert f"Điểm hỗ trợ: {point.name}" in text(counter.get(f"/desk/{stored.code}"))
    assert [found for _, found in verification.differences()] == [[]]


def test_a_support_point_that_has_closed_is_refused(town: Town, desk_of: Desks) -> None:
    load_demo_points(at=clock.now())
    point = points.points(on=clock.today())[0]
    SupportPoint.objects.filter(pk=point.id).update(valid_to=clock.today())

    sent = filled(town, **{"at:support": f"point:{point.id}"})

    assert desk_of(town.counter).post(ADDRESS, sent).status_code == 422
    assert not Dossier.objects.exists()


@pytest.mark.parametrize(
    ("name", "value", "status"),
    [
        ("at:support", "point:x", 422),
        ("at:return", "999999", 422),
        ("at:support", "999999", 422),
        ("at:return", "x", 400),
    ],
)
def test_units_that_cannot_be_are_refused(
    town: Town, desk_of: Desks, name: str, value: str, status: int
) -> None:
    assert desk_of(town.counter).post(ADDRESS, filled(town, **{name: value})).status_code == status
    assert not Dossier.objects.exists()


def test_results_are_returned_by_centres_only(town: Town, desk_of: Desks) -> None:
    sent = filled(town, **{"at:return": town.other_ids[0]})

    assert desk_of(town.counter).post(ADDRESS, sent).status_code == 422


def test_several_dossiers_of_one_visit_leave_on_one_receipt(town: Town, desk_of: Desks) -> None:
    counter = desk_of(town.counter)
    counter.post(ADDRESS, filled(town, applicant_birth_on="05/09/1990"))
    first = Dossier.objects.get().code

    form = text(counter.get(f"{ADDRESS}?with={first}"))
    sent = filled(town, applicant_name="Nguyễn Thị Lan", **{"at:with": first})
    answers = [counter.post(ADDRESS, sent) for _ in range(2)]

    assert shown(form, "applicant_name") == "Nguyễn Thị Lan"
    assert shown(form, "at:with") == first
    bundle = Bundle.objects.get()
    address = f"/desk/receipts/{bundle.code}"
    assert [answer["Location"] for answer in answers] == [address, address]
    receipt = text(counter.get(address))
    for code in Dossier.objects.values_list("code", flat=True):
        assert code in receipt
    assert receipt.count("Mã bí mật") == 2
    assert receipt.count("<svg") == 2


def test_a_common_receipt_is_shown_to_its_units_only(town: Town, desk_of: Desks) -> None:
    counter = desk_of(town.counter)
    counter.post(ADDRESS, filled(town))
    first = Dossier.objects.get().code
    address = counter.post(ADDRESS, filled(town, **{"at:with": first}))["Location"]
    stranger = official("Xa", (units.agency(town.other_ids[0]).code, Role.SPECIALIST))

    assert "Mã bí mật" not in text(desk_of(town.specialist).get(address))
    assert desk_of(stranger).get(address).status_code == 404
    assert counter.get("/desk/receipts/TN-H05.1.1-260703-999").status_code == 404


def test_the_applicant_of_a_foreign_dossier_is_not_taken_over(town: Town, desk_of: Desks) -> None:
    code = town.submitted()
    stranger = next(card for card in units.one_stops() if card.id != town.centre_id)
    other = desk_of(official("Mai", (stranger.code, Role.COUNTER)))

    page = text(other.get(f"/desk/reception/{CODE}?with={code}"))

    assert shown(page, "applicant_name") == ""
    assert row(code).applicant_name not in page


def test_a_code_or_first_letters_lead_to_the_form(town: Town, desk_of: Desks) -> None:
    counter = desk_of(town.counter)

    for typed in (CODE, "cgpt", "CGPT"):
        assert counter.get(f"/desk/reception?find={typed}")["Location"] == ADDRESS
    assert counter.get("/desk/reception?find=zzzz").status_code == 200
