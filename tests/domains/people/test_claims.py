# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from typing import Any

import pytest

from motcua.domains.people.claims import ClaimsUnusable, NotAPerson, read_claims

PERSON = {
    "sub": "x", "LoaiTaiKhoan": "1", "SoDinhDanh": "027092990201", "HoVaTen": "Nguyễn Văn Minh",
    "NgayThangNamSinh": "05/04/1992", "GioiTinh": "Nam", "ThuongTru": "12 Lý Thái Tổ",
    "ThuDienTu": "minh@example.vn", "SoDienThoai": "0900000001", "IAL": "2",
}  # fmt: skip


@pytest.mark.parametrize("kind", ["2", "3", 2])
def test_organisations_are_sent_back(kind: object) -> None:
    with pytest.raises(NotAPerson):
        read_claims(PERSON | {"LoaiTaiKhoan": kind})


@pytest.mark.parametrize(
    "odd",
    [
        {"SoDinhDanh": ""}, {"SoDinhDanh": "12345"}, {"SoDinhDanh": "٠٢٧٠٩٢٩٩٠٢٠١"},
        {"SoDinhDanh": None}, {"SoDinhDanh": ["027092990201"]}, {"HoVaTen": ""},
        {"HoVaTen": "x" * 201}, {"HoVaTen": "Minh\x00"},
    ],
)  # fmt: skip
def test_without_name_and_number_nobody_is_signed_in(odd: dict[str, Any]) -> None:
    with pytest.raises(ClaimsUnusable):
        read_claims(PERSON | odd)


@pytest.mark.parametrize(
    ("claims", "level"),
    [({"IAL": "2"}, 2), ({"IAL": 1}, 1), ({"IAL": "", "loAs": "level2"}, 2), ({"IAL": "9"}, 1),
     ({"IAL": None}, 1)],
)  # fmt: skip
def test_a_level_that_is_not_stated_counts_as_the_first(claims: dict[str, Any], level: int) -> None:
    assert read_claims(PERSON | claims).identity_level == level


def test_what_is_optional_and_odd_is_left_out() -> None:
    odd = {"NgayThangNamSinh": "30/02/1990", "GioiTinh": "?", "ThuDienTu": "a@", "SoDienThoai": "x"}

    person = read_claims(PERSON | odd)

    assert (person.birth_on, person.sex, person.email, person.phone) == (None, "unknown", "", "")
