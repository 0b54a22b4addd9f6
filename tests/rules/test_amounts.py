# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.rules.amounts import DIGITS, MOST, AmountError, in_words

SPELLED = {
    0: "không đồng",
    1: "một đồng",
    5: "năm đồng",
    10: "mười đồng",
    11: "mười một đồng",
    15: "mười lăm đồng",
    21: "hai mươi mốt đồng",
    24: "hai mươi bốn đồng",
    55: "năm mươi lăm đồng",
    100: "một trăm đồng",
    105: "một trăm linh năm đồng",
    111: "một trăm mười một đồng",
    1_000: "một nghìn đồng",
    1_001: "một nghìn không trăm linh một đồng",
    1_015: "một nghìn không trăm mười lăm đồng",
    2_000: "hai nghìn đồng",
    8_000: "tám nghìn đồng",
    75_000: "bảy mươi lăm nghìn đồng",
    180_000: "một trăm tám mươi nghìn đồng",
    1_000_000: "một triệu đồng",
    1_050_000: "một triệu không trăm năm mươi nghìn đồng",
    1_000_005: "một triệu không trăm linh năm đồng",
    21_305_400: "hai mươi mốt triệu ba trăm linh năm nghìn bốn trăm đồng",
    1_000_000_000: "một tỷ đồng",
    1_000_000_001: "một tỷ không trăm linh một đồng",
    2_500_000_000: "hai tỷ năm trăm triệu đồng",
    1_000_000_000_000: "một nghìn tỷ đồng",
    1_005_000_000_000: "một nghìn không trăm linh năm tỷ đồng",
}
WORTH = {"trăm": 100, "mươi": 10, "mười": 10}
GROUPS = {"nghìn": 10**3, "triệu": 10**6}


@pytest.mark.parametrize(("amount", "words"), SPELLED.items())
def test_sums_are_spelled_as_people_say_them(amount: int, words: str) -> None:
    assert in_words(amount) == words


@given(st.integers(min_value=0, max_value=MOST))
def test_what_is_spelled_reads_back_as_the_same_sum(amount: int) -> None:
    assert heard(in_words(amount).removesuffix(" đồng").split()) == amount


@given(st.integers(min_value=0, max_value=MOST))
def test_no_word_is_empty_or_doubled_by_spaces(amount: int) -> None:
    words = in_words(amount)

    assert words == " ".join(words.split()) and words.endswith(" đồng")


@pytest.mark.parametrize("amount", [-1, MOST + 1])
def test_a_sum_outside_the_range_is_refused(amount: int) -> None:
    with pytest.raises(AmountError):
        in_words(amount)


def heard(words: list[str]) -> int:
    """Read a number back, from the words alone."""
    if "tỷ" in words:
        place = len(words) - 1 - words[::-1].index("tỷ")
        return heard(words[:place]) * 10**9 + heard(words[place + 1 :])
    total = group = ones = 0
    for word in words:
        if word in GROUPS:
            total, group, ones = total + (group + ones) * GROUPS[word], 0, 0
        elif word == "mười":
            group += 10
        elif word in WORTH:
            group, ones = group + ones * WORTH[word], 0
        elif word != "linh":
            ones = {"mốt": 1, "lăm": 5}.get(word) or DIGITS.index(word)
    return total + group + ones
