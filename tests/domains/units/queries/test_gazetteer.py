# SPDX-License-Identifier: Apache-2.0
"""The real places understand what real cards say."""

from __future__ import annotations

from datetime import date

import pytest

from motcua.domains.units import queries
from motcua.rules.card_address import place_of

BEFORE, AFTER = date(2021, 4, 15), date(2025, 9, 2)


@pytest.mark.parametrize(
    ("address", "issued_on", "commune"),
    [
        ("Số 1, Võ Cường, Thành phố Bắc Ninh, Bắc Ninh", BEFORE, "09190"),
        ("Tổ 5, Trần Phú, Thành phố Bắc Giang, Bắc Giang", BEFORE, "07210"),
        ("to 5, tran phu, tp bac giang, bac giang", BEFORE, "07210"),
        ("Số 9, Ba Đình, Hà Nội", AFTER, "00004"),
        ("Khu 2, Phường Yên Phong, Thành phố Bắc Ninh", AFTER, "09193"),
    ],
)
def test_an_address_is_understood(
    loaded: None, address: str, issued_on: date, commune: str
) -> None:
    place = place_of(address, queries.gazetteer(), issued_on=issued_on)

    assert place.certain
    assert [one.commune for one in place.readings] == [commune]


def test_every_old_commune_with_its_district_is_understood(loaded: None) -> None:
    wrong = []
    for commune in queries.communes("24"):
        for old in queries.former_units(commune.code):
            address = f"Số 1, {old.name_vi}, {old.district}, {old.province.removesuffix(' (cũ)')}"
            place = place_of(address, queries.gazetteer(), issued_on=BEFORE)
            if [one.commune for one in place.readings] != [commune.code]:
                wrong.append(address)

    assert not wrong


def test_an_old_province_divided_between_two_is_not_guessed(loaded: None) -> None:
    place = place_of("Số 1, Cái Bè, Cái Bè, Tiền Giang", queries.gazetteer(), issued_on=BEFORE)

    assert place.province == ""
    assert not place.certain
