# SPDX-License-Identifier: Apache-2.0
"""Vietnamese text: what is stored, what is searched, in which order it is listed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.rules.words import ALPHABET, TextError, clean, fold, sort_key

IN_ORDER = (
    "a à ả ã á ạ an ạn ao áo ăn ân Ấn bà da dao dz đa Đào e ê f ga Nga Ngô Nguyễn "
    "o ô ơ sơ tư từ tử tữ tứ tự va w xã ý z"
).split()
SYLLABLES = st.text(alphabet="aăâbdđeêghinoôơtuưyáàạảãấ ", min_size=1, max_size=12)


def test_words_stand_in_vietnamese_order() -> None:
    ordered = sorted(reversed(IN_ORDER), key=sort_key)

    assert ordered == IN_ORDER


def test_bytes_of_the_key_order_as_the_key_does() -> None:
    by_bytes = sorted(reversed(IN_ORDER), key=lambda word: sort_key(word).encode())

    assert by_bytes == IN_ORDER


def test_a_shorter_name_stands_before_the_longer_one_it_begins() -> None:
    names = ["Nguyễn Văn An", "Nguyễn Văn", "Nguyễn", "Nguyễn An", "Nguyên Bình"]

    assert sorted(names, key=sort_key) == [
        "Nguyễn",
        "Nguyễn An",
        "Nguyên Bình",
        "Nguyễn Văn",
        "Nguyễn Văn An",
    ]


def test_letters_of_the_whole_name_count_before_any_tone() -> None:
    assert sorted(["Hoà Bình", "Hoa Mai", "Hỏa An"], key=sort_key) == [
        "Hỏa An",
        "Hoà Bình",
        "Hoa Mai",
    ]


@pytest.mark.parametrize(("old", "new"), [("Hoà", "Hòa"), ("Thuỷ", "Thủy"), ("NGA", "nga")])
def test_place_of_the_tone_and_capitals_do_not_change_the_order(old: str, new: str) -> None:
    assert sort_key(old) == sort_key(new)


def test_digits_come_before_letters_and_other_scripts_after() -> None:
    assert sorted(["東", "An", "2 Chùa", "z"], key=sort_key) == ["2 Chùa", "An", "z", "東"]


@given(SYLLABLES)
def test_key_does_not_depend_on_how_marks_are_composed(text: str) -> None:
    assert sort_key(unicodedata.normalize("NFD", text)) == sort_key(
        unicodedata.normalize("NFC", text)
    )


def test_alphabet_has_the_29_letters_and_the_four_of_latin() -> None:
    assert len(set(ALPHABET)) == 33


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đào Thị Ân", "dao thi an"),
        ("ĐƯỜNG", "duong"),
        (unicodedata.normalize("NFD", "Nguyễn Ưởng"), "nguyen uong"),
        ("Ðông", "dong"),
        ("Số 12/5", "so 12/5"),
    ],
)
def test_folding_takes_marks_and_capitals_away(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_decomposed_text_is_stored_composed() -> None:
    assert clean(unicodedata.normalize("NFD", "Bắc Ninh")) == "Bắc Ninh"


def test_line_ends_of_a_long_text_become_plain() -> None:
    assert clean("một\r\nhai\rba\tbốn", lines=True) == "một\nhai\nba\tbốn"


@pytest.mark.parametrize("bad", ["\x00", "a\nb", "a\tb", "\x85", "\ud83d", "\u202eabc", "\uffff"])
def test_characters_nobody_types_are_refused(bad: str) -> None:
    with pytest.raises(TextError, match="characters that cannot be used"):
        clean(bad)


def test_emoji_and_markup_are_ordinary_text() -> None:
    assert clean("<b>Xin chào</b> 🙂") == "<b>Xin chào</b> 🙂"
