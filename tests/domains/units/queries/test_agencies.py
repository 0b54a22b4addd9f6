# SPDX-License-Identifier: Apache-2.0
"""Agencies and places are found by code, never by name, and stand in Vietnamese order."""

from __future__ import annotations

from datetime import date

import pytest

from motcua.domains.units import queries
from motcua.kit.faults import NotFound


def test_an_agency_is_found_by_code_key_or_statistics_code(loaded: None) -> None:
    by_place = queries.agency_by_code("07210")

    assert by_place.kind == "people_committee"
    assert queries.agency_by_code(by_place.code) == by_place
    assert queries.agency_by_code(by_place.key) == by_place
    assert queries.agency(by_place.id) == by_place


def test_made_up_codes_say_so(loaded: None) -> None:
    assert not queries.agency_by_code("H05").code_synthetic
    assert queries.agency_by_code("BN-STP").code_synthetic


@pytest.mark.parametrize("code", ["", "H99", "99999", "x" * 10_000])
def test_an_unknown_code_is_not_found(loaded: None, code: str) -> None:
    with pytest.raises(NotFound):
        queries.agency_by_code(code)


def test_the_provincial_centre_comes_before_those_of_the_communes(loaded: None) -> None:
    centres = queries.one_stops()

    assert len(centres) == 100
    assert centres[0].key == "BN-PVHCC"
    assert {card.level for card in centres[1:]} == {"commune"}


def test_a_commune_centre_serves_its_committee(loaded: None) -> None:
    committee = queries.agency_by_code("07210")

    assert committee in queries.served_by(committee.one_stop_id)


def test_communes_stand_in_vietnamese_order(loaded: None) -> None:
    names = [card.short_name for card in queries.communes("24")]

    assert len(names) == 99
    assert names.index("Cảnh Thụy") < names.index("Chi Lăng") < names.index("Chũ")
    assert names.index("Biên Sơn") < names.index("Bồng Lai") < names.index("Cao Đức")
    assert names.index("Đồng Việt") > names.index("Dương Hưu")


def test_a_commune_is_known_by_its_code_only(loaded: None) -> None:
    assert queries.commune("07210").name_vi == "Phường Bắc Giang"
    assert queries.commune("Phường Bắc Giang") is None
    assert queries.communes("99") == ()
    assert queries.province("24").agency_code == "H05"


def test_a_ward_remembers_what_it_was_made_of(loaded: None) -> None:
    former = queries.former_units("07210")

    assert "Phường Thọ Xương" in [card.name_vi for card in former]
    assert {card.merged_on for card in former} == {date(2025, 7, 1)}


def test_reading_agencies_again_asks_the_database_nothing(
    loaded: None, django_assert_num_queries
) -> None:
    queries.agency_by_code("07210")

    with django_assert_num_queries(0):
        for card in queries.agencies():
            queries.agency(card.id)
