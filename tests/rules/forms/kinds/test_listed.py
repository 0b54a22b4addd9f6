# SPDX-License-Identifier: Apache-2.0
"""Countries and peoples."""

from __future__ import annotations

import pytest

from motcua.rules.forms import KINDS
from motcua.rules.forms.tables.countries import COUNTRIES
from motcua.rules.forms.tables.ethnic_groups import ETHNIC_GROUPS
from tests.rules.forms.builders import a_field, a_form, keeps


@pytest.mark.parametrize("kind", ["country", "nationality"])
def test_a_country_is_a_code_of_the_list(kind: str) -> None:
    assert keeps(kind, "VN") == "VN"
    assert keeps(kind, "la") == "LA"
    assert keeps(kind, "XX") == "unknown_country"
    assert keeps(kind, "Việt Nam") == "unknown_country"
    assert keeps(kind, 84) == "wrong_shape"


def test_vietnam_comes_first_and_the_rest_in_vietnamese_order() -> None:
    (field,) = a_form(a_field("it", "country")).fields

    names = [option.label["vi"] for option in field.options]

    assert len(names) == len(COUNTRIES) == 249
    assert names[0] == "Việt Nam"
    assert names.index("Áo") < names.index("Ấn Độ") < names.index("Bỉ") < names.index("Đức")


def test_a_people_is_one_of_fifty_four_and_sensitive() -> None:
    (field,) = a_form(a_field("it", "ethnic_group")).fields

    assert len(ETHNIC_GROUPS) == 54
    assert (ETHNIC_GROUPS["01"], ETHNIC_GROUPS["54"]) == ("Kinh", "Rơ Măm")
    assert field.sensitive
    assert keeps("ethnic_group", "02") == "02"
    assert keeps("ethnic_group", "55") == "unknown_choice"
    assert keeps("ethnic_group", "Kinh") == "unknown_choice"


def test_lists_are_made_once_for_all_forms() -> None:
    first, second = (a_form(a_field("it", "country")).fields[0] for _ in range(2))

    assert first.options is second.options
    assert len(KINDS) >= 22
