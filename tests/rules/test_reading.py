# SPDX-License-Identifier: Apache-2.0
"""What is found on papers as a machine reads them, with its wrapped heads and lost accents."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.rules.reading import NAMES, proposals

MARITAL = """ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT
PHƯỜNG VÕ CƯỜNG NAM
Độc lập - Tự do - Hạnh phúc
Số: 125/GXN-UBND
Võ Cường, ngày 02 tháng 7 năm 2026

GIẤY XÁC NHẬN TỈNH TRẠNG HÔN NHÂN
Xác nhận ông (bà): Nguyễn Thị Lan
Ngày, tháng, năm sinh: 12/05/1990
Giấy tờ tùy thân: Căn cước số 027190000019 do Cục Cảnh sát quản lý hành chính cấp ngày 01/02/2022
Giấy này có giá trị đến ngày 02/01/2027.
"""
CARD = """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
CĂN CƯỚC CÔNG DÂN
Số / No.: 027190000019
Họ và tên / Full name:
NGUYỄN THỊ LAN
Ngày sinh / Date of birth: 12/05/1990
Giới tính / Sex: Nữ   Quốc tịch / Nationality: Việt Nam
Có giá trị đến: 12/05/2030
"""
BIRTH = """GIẤY KHAI SINH
Số: 87/2026
Họ, chữ đệm, tên: TRẦN MINH AN
Ngày, tháng, năm sinh: 05/06/2026
Số định danh cá nhân: 027 226 000 123
Nơi đăng ký khai sinh: Ủy ban nhân dân phường Kinh Bắc
Ngày cấp: 10.06.2026
"""
DECISION = """ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH BẮC NINH             Độc lập - Tự do - Hạnh phúc
Số:   1234 / QĐ-UBND      Bắc Ninh, ngày 31 tháng 12 năm 2025
QUYẾT ĐỊNH
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (MARITAL, {
            "id_number": "027190000019", "owner_name": "Nguyễn Thị Lan", "birth_on": "1990-05-12",
            "number_symbol": "125/GXN-UBND", "issuer": "ỦY BAN NHÂN DÂN PHƯỜNG VÕ CƯỜNG",
            "issued_on": "2026-07-02", "valid_until": "2027-01-02",
        }),
        (CARD, {
            "id_number": "027190000019", "owner_name": "Nguyễn Thị Lan", "birth_on": "1990-05-12",
            "valid_until": "2030-05-12",
        }),
        (BIRTH, {
            "id_number": "027226000123", "owner_name": "Trần Minh An", "birth_on": "2026-06-05",
            "number_symbol": "87/2026", "issuer": "Ủy ban nhân dân phường Kinh Bắc",
            "issued_on": "2026-06-10",
        }),
        (DECISION, {
            "number_symbol": "1234/QĐ-UBND", "issuer": "ỦY BAN NHÂN DÂN TỈNH BẮC NINH",
            "issued_on": "2025-12-31",
        }),
    ],
    ids=["marital status", "identity card", "birth certificate", "decision"],
)  # fmt: skip
def test_common_papers_are_read(text: str, expected: dict[str, str]) -> None:
    assert dict(proposals(text)) == expected


def test_an_impossible_day_is_not_proposed() -> None:
    assert proposals("Ngày sinh: 31/02/1990\nNgày cấp: 01/13/2020\nCó giá trị đến: 1/1/9999") == ()


def test_two_numbers_without_a_label_are_not_guessed_at() -> None:
    assert proposals("027190000019 và 027190000027") == ()
    assert proposals("027190000019") == (("id_number", "027190000019"),)


def test_longer_numbers_hold_no_id() -> None:
    assert proposals("Tài khoản 0271900000191234") == ()


@pytest.mark.parametrize("text", ["", "\x00", "Họ và tên: 12345", "Số: ", "a" * 100_000])
def test_nothing_comes_of_nothing(text: str) -> None:
    assert proposals(text) == ()


@given(st.text(alphabet=st.sampled_from("SốHọvàtêngàycấp:/ 0123456789\n.,-ỦYBAN"), max_size=300))
def test_whatever_is_read_gives_known_names_and_true_days(text: str) -> None:
    for name, value in proposals(text):
        assert name in NAMES and 0 < len(value) <= 200
        if name.endswith("_on") or name == "valid_until":
            assert date.fromisoformat(value)
