# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.rules import citizen_card
from motcua.rules.citizen_card import Card, CardError, parse
from motcua.rules.forms.tables.birth_provinces import BIRTH_PROVINCES

ON = date(2026, 7, 3)
PARTS = (
    "027190000001", "125000001", "Nguyễn Thị Lan", "05091990", "Nữ",
    "Số 1 Đường Thử, Võ Cường, Thành phố Bắc Ninh, Bắc Ninh", "15042021",
)  # fmt: skip
LAN = Card(
    "027190000001", "125000001", "Nguyễn Thị Lan", date(1990, 9, 5), "female", PARTS[5],
    date(2021, 4, 15),
)  # fmt: skip


def scanned(**changes: str) -> str:
    """The text of a card with some parts (`p0` to `p6`) changed."""
    return "|".join(changes.get(f"p{place}", part) for place, part in enumerate(PARTS))


@pytest.mark.parametrize(
    "text",
    [
        scanned(),
        scanned() + "\r\n",
        " \t" + scanned() + "\t",
        scanned() + "||||",
        scanned() + "|Nguyễn Văn Cha|Trần Thị Mẹ||",
        "| ".join(PARTS),
        scanned(p4="NỮ"),
        scanned(p2="Nguye\u0302\u0303n Thi\u0323 Lan"),
    ],
)
def test_a_card_is_read_whatever_the_scanner_adds(text: str) -> None:
    assert parse(text, on=ON) == LAN


def test_the_old_number_may_be_missing_or_as_long_as_the_new_one() -> None:
    assert parse(scanned(p1=""), on=ON).old_number == ""
    assert parse(scanned(p1="027190000001"), on=ON).old_number == "027190000001"


def test_a_name_in_capitals_is_no_broken_text() -> None:
    assert parse(scanned(p2="VŨ THỊ HÃO ĐÀO"), on=ON).name == "VŨ THỊ HÃO ĐÀO"


def test_a_birth_registered_abroad_is_known() -> None:
    assert parse(scanned(p0="213190000001"), on=ON).personal_id == "213190000001"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", citizen_card.PARTS),
        ("027190000001", citizen_card.PARTS),
        ("|".join(PARTS[:6]), citizen_card.PARTS),
        (scanned() + "|" * 9, citizen_card.PARTS),
        (scanned() + scanned(), citizen_card.TWICE),
        (scanned() + "|" + scanned(), citizen_card.TWICE),
        ("x" * 601, citizen_card.TOO_LONG),
        (scanned(p2="Lan\x00"), citizen_card.NOT_PRINTABLE),
        (scanned(p5="Số 1\nVõ Cường"), citizen_card.NOT_PRINTABLE),
        (scanned(p2="Lan\u202e"), citizen_card.NOT_PRINTABLE),
        (scanned(p2="Lan\ud800"), citizen_card.NOT_PRINTABLE),
        (scanned(p0="02719000000"), citizen_card.NUMBER),
        (scanned(p0="O27190000001"), citizen_card.NUMBER),
        (scanned(p0="٠٢٧١٩٠٠٠٠٠٠١"), citizen_card.NUMBER),
        (scanned(p0="003190000001"), citizen_card.PROVINCE),
        (scanned(p1="12500000"), citizen_card.OLD_NUMBER),
        (scanned(p2=""), citizen_card.NAME),
        (scanned(p2="Lan 2"), citizen_card.NAME),
        (scanned(p2="<b>Lan</b>"), citizen_card.NAME),
        (scanned(p2="a" * 101), citizen_card.NAME),
        (scanned(p3="31021990"), citizen_card.BIRTH),
        (scanned(p3="5091990"), citizen_card.BIRTH),
        (scanned(p3="05/09/1990"), citizen_card.BIRTH),
        (scanned(p3="00001990"), citizen_card.BIRTH),
        (scanned(p0="027390000001", p3="05092090"), citizen_card.BIRTH),
        (scanned(p3="05091991"), citizen_card.YEAR_DIFFERS),
        (scanned(p0="027390000001"), citizen_card.YEAR_DIFFERS),
        (scanned(p4="Nam"), citizen_card.SEX_DIFFERS),
        (scanned(p4="Khác"), citizen_card.SEX),
        (scanned(p4=""), citizen_card.SEX),
        (scanned(p5=""), citizen_card.ADDRESS),
        (scanned(p6=""), citizen_card.ISSUE),
        (scanned(p6="04072026"), citizen_card.ISSUE),
        (scanned(p6="15042015"), citizen_card.ISSUE),
    ],
)
def test_each_wrong_shape_has_its_own_sentence(text: str, sentence: str) -> None:
    with pytest.raises(CardError) as refused:
        parse(text, on=ON)

    assert refused.value.sentence == sentence


@pytest.mark.parametrize(
    "text",
    [
        scanned().replace("|", "~"),
        scanned(p0="đâ7ă9đđđđđđă"),
        scanned(p3="đ5đ9ă99đ"),
        scanned(p4="Nuwx"),
        scanned(p4="Nu74"),
        scanned(p4="Nu"),
    ],
)
def test_a_keyboard_that_changes_letters_is_named(text: str) -> None:
    with pytest.raises(CardError) as refused:
        parse(text, on=ON)

    assert refused.value.sentence == citizen_card.KEYBOARD


@pytest.mark.parametrize(
    "text", [scanned(p2="Nguy?n Th? Lan"), scanned(p2="Nguyá»…n"), scanned(p4="N\ufffd")]
)
def test_letters_lost_on_the_way_are_named(text: str) -> None:
    with pytest.raises(CardError) as refused:
        parse(text, on=ON)

    assert refused.value.sentence == citizen_card.LETTERS_LOST


def test_a_refusal_repeats_nothing_of_the_card() -> None:
    with pytest.raises(CardError) as refused:
        parse(scanned(p6="99999999"), on=ON)

    assert not any(part in str(refused.value) for part in PARTS)


numbers = st.builds(
    lambda province, sex, serial: (province, sex, f"{serial:06d}"),
    st.sampled_from(sorted(BIRTH_PROVINCES)),
    st.sampled_from(["Nam", "Nữ"]),
    st.integers(min_value=1, max_value=999_999),
)
births = st.dates(min_value=date(1900, 1, 1), max_value=date(2026, 7, 3))


@given(numbers, births)
def test_every_card_that_agrees_with_itself_is_read(
    number: tuple[str, str, str], born_on: date
) -> None:
    province, sex, serial = number
    digit = (born_on.year - 1900) // 100 * 2 + (sex == "Nữ")
    own = f"{province}{digit}{born_on:%y}{serial}"

    card = parse(scanned(p0=own, p3=f"{born_on:%d%m%Y}", p4=sex, p6="03072026"), on=ON)

    assert (card.personal_id, card.born_on) == (own, born_on)


@given(st.text(max_size=80) | st.lists(st.text(max_size=12), max_size=12).map("|".join))
def test_any_text_is_read_or_refused_with_a_sentence(text: str) -> None:
    try:
        parse(text, on=ON)
    except CardError as error:
        assert str(error)
