# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import date

import pytest

from motcua.domains.procedures import queries
from motcua.domains.procedures.queries.initials import initials

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("title", "letters"),
    [
        ("Thủ tục đăng ký khai sinh", "dkks"),
        ("Thủ tục đăng ký kết hôn", "dkkh"),
        ("Cấp giấy phép xây dựng", "cgpxd"),
        ("", ""),
    ],
)
def test_a_title_is_called_by_its_first_letters(title: str, letters: str) -> None:
    assert initials(title) == letters


@pytest.mark.usefixtures("catalogue")
def test_officers_find_a_procedure_by_its_first_letters() -> None:
    assert queries.by_initials("dkks", on=TODAY)[0].code == "1.001193"
    assert queries.by_initials(" ĐKKH ", on=TODAY)[0].code == "1.000894"


@pytest.mark.usefixtures("catalogue")
@pytest.mark.parametrize("text", ["", "d", "đăng ký", "1.001193", "%", "x" * 40, "zzzzzz"])
def test_what_is_no_row_of_letters_finds_nothing(text: str) -> None:
    assert queries.by_initials(text, on=TODAY) == ()
