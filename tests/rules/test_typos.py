# SPDX-License-Identifier: Apache-2.0
"""One slip of the finger is forgiven, two are another word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.rules.typos import near, slips

WORDS = ("khai", "sinh", "doanh", "danh", "kinh", "ket", "hon", "an")
TABLE = slips(WORDS)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("khia", "khai"),
        ("kha", "khai"),
        ("khaai", "khai"),
        ("khbi", "khai"),
        ("sin", "sinh"),
        ("dnah", "danh"),
    ],
)
def test_one_slip_is_near(typed: str, meant: str) -> None:
    assert meant in near(typed, TABLE)


@pytest.mark.parametrize("typed", ["kxax", "iahk", "si", "1.001193", ""])
def test_more_is_not(typed: str) -> None:
    assert not near(typed, TABLE)


def test_a_word_is_not_near_itself() -> None:
    assert "danh" not in near("danh", TABLE)
    assert "doanh" in near("danh", TABLE)


@given(st.sampled_from([word for word in WORDS if len(word) > 3]), st.data())
def test_any_letter_may_be_left_out(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word) - 1))
    typed = word[:place] + word[place + 1 :]

    assert word in near(typed, TABLE) or typed == word
