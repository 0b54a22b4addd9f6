# SPDX-License-Identifier: Apache-2.0
"""The address of a scanned card in the form: filled in, offered, or left for the officer."""

from __future__ import annotations

import re
from typing import Any

from motcua.domains.dossiers.models import Dossier
from tests.domains.dossiers.conftest import Town
from tests.faces.desk.conftest import Desks, text
from tests.faces.desk.counter.test_take_in import CARD, scanned, shown
from tests.faces.desk.test_reception import ADDRESS, filled

MARK = "Đã điền từ thẻ"
ASKED = "Địa chỉ trên thẻ ứng với đơn vị hành chính nào hiện nay?"
OLD = "Số 1 Đường Thử, Võ Cường, Thành phố Bắc Ninh, Bắc Ninh"


def card_of(address: str) -> dict[str, Any]:
    """A scan of a card with this address."""
    return {"at:card": CARD.replace(OLD, address)}


def selected(page: str, name: str) -> str:
    """What is chosen in a list of a page, '' for nothing."""
    found = re.search(rf'<select[^>]* name="{re.escape(name)}".*?</select>', page, re.DOTALL)
    assert found, name
    chosen = re.search(r'<option value="([^"]*)" selected', found[0])
    return chosen[1] if chosen else ""


def test_an_old_address_becomes_commune_and_province_of_today(town: Town, desk_of: Desks) -> None:
    page = text(desk_of(town.counter).post(ADDRESS, scanned(town)))

    assert selected(page, "applicant_address.province") == "24"
    assert selected(page, "applicant_address.commune") == "09190"
    assert shown(page, "applicant_address.street") == "Số 1 Đường Thử"
    assert MARK in page
    assert ASKED not in page


def test_the_mark_stays_while_the_form_is_shown_again(town: Town, desk_of: Desks) -> None:
    kept = {"at:from_card": "applicant_address", "house.floors": "99"}

    page = text(desk_of(town.counter).post(ADDRESS, filled(town, **kept)))

    assert MARK in page
    assert shown(page, "at:from_card") == "applicant_address"


def test_an_address_of_several_meanings_offers_them_and_one_press_takes_it(
    town: Town, desk_of: Desks
) -> None:
    counter, unsure = desk_of(town.counter), card_of("Thôn 5, Đồng Tiến, Bắc Giang")

    asked = text(counter.post(ADDRESS, scanned(town, **unsure)))
    offered = re.findall(r'value="(place:\d{5}:\d)"', asked)
    chosen = {
        "applicant_address.province": "24",
        "applicant_address.street": shown(asked, "applicant_address.street"),
    }
    placed = text(counter.post(ADDRESS, filled(town, **chosen, action=offered[1])))

    assert ASKED in asked
    assert selected(asked, "applicant_address.province") == "24"
    assert selected(asked, "applicant_address.commune") == ""
    assert offered == ["place:07246:2", "place:07822:2"]
    assert selected(placed, "applicant_address.commune") == "07822"
    assert shown(placed, "applicant_address.street") == "Thôn 5"
    assert MARK in placed
    assert not Dossier.objects.exists()


def test_an_address_nobody_knows_leaves_the_choice_to_the_officer(
    town: Town, desk_of: Desks
) -> None:
    unknown = card_of("Thôn 5, Xã Lạ, Huyện Lạ, Tỉnh Lạ")
    typed = {"applicant_address.province": "01", "applicant_address.commune": "00004"}

    page = text(desk_of(town.counter).post(ADDRESS, scanned(town, **unknown, **typed)))

    assert selected(page, "applicant_address.province") == "01"
    assert selected(page, "applicant_address.commune") == "00004"
    assert MARK not in page
    assert "thẻ ghi tên theo thời điểm cấp" in page


def test_a_forged_choice_changes_nothing(town: Town, desk_of: Desks) -> None:
    answer = desk_of(town.counter).post(ADDRESS, filled(town, action="place:99999:2"))

    assert answer.status_code == 200
    assert selected(text(answer), "applicant_address.commune") == ""
    assert not Dossier.objects.exists()
