# SPDX-License-Identifier: Apache-2.0
"""Titles in the reader's language."""

from __future__ import annotations

import pytest
from django.utils import translation

from motcua.faces.design.titles import both, both_text
from motcua.rules.forms.texts import Text

PAIR = {"vi": "Đăng ký khai sinh", "en": "Birth registration"}


@pytest.mark.parametrize("title", [PAIR, Text(PAIR["vi"], PAIR["en"])])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_reader_gets_the_language_chosen(title: object, language: str) -> None:
    with translation.override(language):
        assert both(title) == both_text(title) == PAIR[language]


def test_vietnamese_stands_in_and_says_so_when_there_is_no_english() -> None:
    with translation.override("en"):
        assert both({"vi": "Hộ tịch <b>", "en": ""}) == '<span lang="vi">Hộ tịch &lt;b&gt;</span>'
        assert both_text({"vi": "Hộ tịch"}) == "Hộ tịch"


def test_vietnamese_readers_need_no_language_mark() -> None:
    with translation.override("vi"):
        assert both({"vi": "Hộ tịch"}) == "Hộ tịch"


def test_plain_text_and_nothing_pass() -> None:
    assert both("a < b") == "a &lt; b"
    assert both(None) == ""
