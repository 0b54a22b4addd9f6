# SPDX-License-Identifier: Apache-2.0
"""Provinces, communes, addresses."""

from __future__ import annotations

import pytest

from tests.rules.forms.builders import a_field, a_form, check, codes, keeps

HOME = {"province": "24", "commune": "07210", "street": "Thôn Đông"}


@pytest.mark.parametrize(
    ("kind", "raw", "kept"),
    [
        ("province", "24", "24"),
        ("province", "99", "unknown_province"),
        ("province", "Bắc Ninh", "unknown_province"),
        ("province", 24, "wrong_shape"),
        ("commune", "07210", "07210"),
        ("commune", "99999", "unknown_commune"),
        ("commune", "7210", "unknown_commune"),
        ("commune", "0721०", "unknown_commune"),
        ("commune", None, None),
    ],
)
def test_a_place_is_a_code_of_its_register(kind: str, raw: object, kept: object) -> None:
    assert keeps(kind, raw) == kept


@pytest.mark.parametrize(
    ("home", "faults"),
    [
        (HOME, {}),
        (None, {}),
        ({}, {}),
        ({"province": "", "street": " "}, {}),
        ({"province": "24"}, {"home.commune": "required", "home.street": "required"}),
        (HOME | {"commune": "99999"}, {"home.commune": "unknown_commune"}),
        (HOME | {"commune": "00070"}, {"home": "commune_elsewhere"}),
        ({"street": 5}, {"home.province": "required", "home.commune": "required",
                         "home.street": "wrong_shape"}),
        ("Thôn Đông", {"home": "wrong_shape"}),
    ],
)  # fmt: skip
def test_an_address_is_whole_or_not_there(home: object, faults: dict[str, str]) -> None:
    assert codes(check(a_form(a_field("home", "address")), {"home": home})) == faults


@pytest.mark.parametrize("home", [None, {}, []])
def test_a_required_address_misses_each_part(home: object) -> None:
    checked = check(a_form(a_field("home", "address", required=True)), {"home": home})

    assert codes(checked) == {
        "home.province": "required",
        "home.commune": "required",
        "home.street": "required",
    }
    assert checked.values == {}


def test_the_parts_of_an_address_can_be_drawn_as_fields() -> None:
    (home,) = a_form(a_field("home", "address", own=True)).fields

    assert [part.name for part in home.fields] == ["home.province", "home.commune", "home.street"]
    assert [part.autocomplete for part in home.fields] == [
        "address-level1", "address-level2", "street-address",
    ]  # fmt: skip
    assert home.input.widget == "parts"


def test_what_an_address_does_not_know_is_dropped() -> None:
    checked = check(a_form(a_field("home", "address")), {"home": HOME | {"planet": "Mars"}})

    assert checked.values == {"home": HOME}
