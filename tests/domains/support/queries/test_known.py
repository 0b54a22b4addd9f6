# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.support.acts.load_known_answers import load_known_answers
from motcua.domains.support.queries import known
from tests.domains.support.conftest import FILED_AT


@pytest.fixture(autouse=True)
def answers(db: None) -> None:
    load_known_answers(at=FILED_AT)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("tệp của tôi quá lớn không tải lên được", "tep-qua-lon"),
        ("tep qua lon", "tep-qua-lon"),
        ("toi mat ma bi mat cua ho so", "mat-ma-ho-so"),
        ("quen mat khau vneid", "dang-nhap-cong-dan"),
        ("my file is too large", "tep-qua-lon"),
        ("may in bi lech", "in-giay-to"),
    ],
)
def test_what_people_write_finds_the_answer_without_accents_too(text: str, slug: str) -> None:
    assert slug in [card.slug for card in known.suggest(text)]


def test_a_slip_of_the_finger_is_forgiven() -> None:
    assert "dang-nhap-cong-dan" in [card.slug for card in known.suggest("VNeeID dang nhapp loi")]


def test_without_words_the_screen_decides() -> None:
    assert [card.slug for card in known.suggest("", screen="portal:track")] == ["mat-ma-ho-so"]
    assert known.suggest("", screen="") == ()


@pytest.mark.parametrize("text", ["zzzz qqqq wwww", "'; --", "%%%%", "\x00", "&|!:*"])
def test_nonsense_finds_nothing_and_breaks_nothing(text: str) -> None:
    assert known.suggest(text) == ()


def test_ten_thousand_characters_are_cut() -> None:
    assert len(known.suggest("tệp quá lớn " * 1000)) <= 3
