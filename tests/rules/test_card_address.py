# SPDX-License-Identifier: Apache-2.0
"""Addresses as cards of before and after July 2025 write them, and what they mean today."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.rules.card_address import Former, Gazetteer, Place, Present, place_of, street_of

BEFORE, AFTER = date(2021, 4, 15), date(2025, 9, 2)

VO_CUONG = Present("09169", "24", "Phường Võ Cường")
KINH_BAC = Present("09160", "24", "Phường Kinh Bắc")
BAC_GIANG = Present("07210", "24", "Phường Bắc Giang")
YEN_PHONG = Present("09193", "24", "Xã Yên Phong")
XUAN_LUONG = Present("07246", "24", "Xã Xuân Lương")
XUAN_CAM = Present("07822", "24", "Xã Xuân Cẩm")
XA_DUNG = Present("03203", "11", "Xã Xa Dung")
BA_DINH = Present("00004", "01", "Phường Ba Đình")
HIEP_HOA = Present("07840", "24", "Phường Hiệp Hoà")
WARD_4 = Present("70001", "79", "Phường 4")
PRESENT = (
    VO_CUONG, KINH_BAC, BAC_GIANG, YEN_PHONG, XUAN_LUONG, XUAN_CAM, XA_DUNG, BA_DINH, HIEP_HOA,
    WARD_4,
)  # fmt: skip
FORMER = (
    Former("Phường Võ Cường", "Thành phố Bắc Ninh", VO_CUONG),
    Former("Phường Đại Phúc", "Thành phố Bắc Ninh", VO_CUONG),
    Former("Phường Trần Phú", "Thành phố Bắc Giang", BAC_GIANG),
    Former("Thị trấn Chờ", "Huyện Yên Phong", YEN_PHONG),
    Former("Xã Đồng Tiến", "Huyện Yên Thế", XUAN_LUONG),
    Former("Xã Đồng Tiến", "Huyện Hiệp Hòa", XUAN_CAM),
    Former("Xã Đông Tiến", "Huyện Yên Phong", YEN_PHONG),
    Former("Xã Chia Đôi", "Huyện Yên Thế", XUAN_LUONG),
    Former("Xã Chia Đôi", "Huyện Yên Thế", XUAN_CAM),
)
PROVINCES = (
    ("Thành phố Bắc Ninh", "24"), ("Tỉnh Bắc Giang", "24"), ("Tỉnh Bắc Ninh", "24"),
    ("Thành phố Hà Nội", "01"), ("Tỉnh Điện Biên", "11"), ("Tỉnh Tiền Giang", "80"),
    ("Tỉnh Tiền Giang", "82"), ("Thành phố Hồ Chí Minh", "79"),
)  # fmt: skip
PLACES = Gazetteer(PROVINCES, PRESENT, FORMER)


@pytest.mark.parametrize(
    ("address", "issued_on", "commune", "street"),
    [
        ("Số 1 Phố X, Võ Cường, Thành phố Bắc Ninh, Bắc Ninh", BEFORE, VO_CUONG, "Số 1 Phố X"),
        ("Khu 3, P. Đại Phúc, TP. Bắc Ninh, Tỉnh Bắc Ninh", BEFORE, VO_CUONG, "Khu 3"),
        ("Khu 3, P.Đại Phúc, TP Bắc Ninh, T. Bắc Ninh", BEFORE, VO_CUONG, "Khu 3"),
        ("khu 3, dai phuc, tp bac ninh, bac ninh", BEFORE, VO_CUONG, "khu 3"),
        ("KHU 3, PHUONG DAI PHUC, THANH PHO BAC NINH, BAC NINH", BEFORE, VO_CUONG, "KHU 3"),
        ("Trần Phú, Bắc Giang, Bắc Giang", BEFORE, BAC_GIANG, ""),
        ("Trần Phú, Bắc Giang, Bắc Giang", AFTER, BAC_GIANG, ""),
        ("Nghiêm Xá, TT Chờ, Yên Phong, Bắc Ninh, Việt Nam", BEFORE, YEN_PHONG, "Nghiêm Xá"),
        ("Thôn 5, Đồng Tiến, Hiệp Hoà, Bắc Giang", BEFORE, XUAN_CAM, "Thôn 5"),
        ("Thôn 5, Đông Tiến, Yên Phong, Bắc Ninh", BEFORE, YEN_PHONG, "Thôn 5"),
        ("Số 2, ngõ 4, Võ Cường, Bắc Ninh", AFTER, VO_CUONG, "Số 2, ngõ 4"),
        ("Số 2; Phường Võ Cường; Thành phố Bắc Ninh", AFTER, VO_CUONG, "Số 2"),
        ("Số 2, Phường Hiệp Hòa, Bắc Ninh", AFTER, HIEP_HOA, "Số 2"),
        ("Bản A, Xa Dung, Điện Biên", AFTER, XA_DUNG, "Bản A"),
        ("ban a, xa dung, dien bien", AFTER, XA_DUNG, "ban a"),
        ("12, P. 4, TP Hồ Chí Minh", AFTER, WARD_4, "12"),
        ("Số 1, Võ Cường, Thành phố Bắc Ninh, Bắc Ninh", AFTER, VO_CUONG, "Số 1"),
    ],
)  # fmt: skip
def test_an_address_that_means_one_commune_is_split(
    address: str, issued_on: date, commune: Present, street: str
) -> None:
    place = place_of(address, PLACES, issued_on=issued_on)

    assert place.certain
    assert [one.commune for one in place.readings] == [commune.code]
    assert (place.province, place.street) == (commune.province, street)


@pytest.mark.parametrize(
    ("address", "issued_on", "communes", "province"),
    [
        ("Đồng Tiến, Bắc Giang", BEFORE, [XUAN_LUONG, XUAN_CAM], "24"),
        ("Thôn 5, dong tien, Bắc Ninh", BEFORE, [XUAN_LUONG, XUAN_CAM, YEN_PHONG], "24"),
        ("Thôn 5, Chia Đôi, Yên Thế, Bắc Giang", BEFORE, [XUAN_LUONG, XUAN_CAM], "24"),
        ("Thôn 5, Võ Cường, Quế Võ, Bắc Ninh", BEFORE, [VO_CUONG], "24"),
        ("Số 9, Ba Đình, Hà Nội", BEFORE, [BA_DINH], "01"),
        ("Đông Tiến, Yên Phong, Bắc Ninh", AFTER, [YEN_PHONG], "24"),
        ("Đồng Tiến, Hiệp Hòa, Bắc Ninh", AFTER, [XUAN_CAM, HIEP_HOA], "24"),
    ],
)
def test_what_may_mean_several_is_offered_and_the_address_stays_whole(
    address: str, issued_on: date, communes: list[Present], province: str
) -> None:
    place = place_of(address, PLACES, issued_on=issued_on)

    assert [one.commune for one in place.readings] == [one.code for one in communes]
    assert place.province == province
    if len(communes) > 1:
        assert not place.certain
    assert place.certain or place.street == address


@pytest.mark.parametrize(
    ("address", "province"),
    [
        ("", ""),
        (",,;", ""),
        ("Bắc Ninh", "24"),
        ("Số 3, Phố Không Có, Bắc Ninh", "24"),
        ("Số 3, Võ Cường, Tỉnh Không Có", ""),
        ("Số 3, Cái Bè, Tiền Giang", ""),
        ("Số 3, Ba Đình, Bắc Ninh", "24"),
        ("x" * 250, ""),
    ],
)
def test_what_is_not_known_stays_empty(address: str, province: str) -> None:
    place = place_of(address, PLACES, issued_on=BEFORE)

    assert place == Place(address, province)


def test_a_card_of_before_the_merger_names_no_commune_of_today() -> None:
    place = place_of("Số 2, Võ Cường, Bắc Ninh", PLACES, issued_on=date(2025, 6, 30))

    assert not place.certain
    assert [one.commune for one in place.readings] == [VO_CUONG.code]


def test_a_chosen_reading_leaves_house_and_street() -> None:
    address = "Số 1, ngõ 2, Võ Cường, Thành phố Bắc Ninh, Bắc Ninh"

    assert street_of(address, 3) == "Số 1, ngõ 2"
    assert street_of(address, 99) == ""


@given(st.text(max_size=250), st.sampled_from((BEFORE, AFTER)))
def test_any_text_gives_a_place_and_loses_nothing_while_uncertain(
    address: str, issued_on: date
) -> None:
    place = place_of(address, PLACES, issued_on=issued_on)

    assert place.certain or place.street == address
