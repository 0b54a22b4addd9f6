# SPDX-License-Identifier: Apache-2.0
"""Answers said in words, for reading before and after submission."""

from __future__ import annotations

import pytest
from django.utils import translation

from motcua.faces.design.answers import spoken
from motcua.faces.design.sample_form import sample_form
from motcua.rules.forms import Field


def field(name: str) -> Field:
    return next(one for one in sample_form().fields if one.name == name)


@pytest.mark.parametrize(
    ("name", "value", "vietnamese", "english"),
    [
        ("child.sex", "female", "Nữ", "Female"),
        ("documents", ["certificate", "extract"], "Giấy khai sinh, Bản sao trích lục", None),
        ("abroad", True, "Có", "Yes"),
        ("consent", False, "Không", "No"),
        ("house_value", 1250000000, "1.250.000.000\u00a0đ", None),
        ("child.born_on", "2026-06-30", "30/06/2026", "30/06/2026"),
        ("reason", "Đề nghị cấp <b>", "Đề nghị cấp <b>", None),
        ("reason", None, "", ""),
    ],
)
def test_an_answer_is_said_in_the_readers_words(
    name: str, value: object, vietnamese: str, english: str | None
) -> None:
    with translation.override("vi"):
        assert spoken(field(name), value, "vi") == vietnamese
    if english is not None:
        with translation.override("en"):
            assert spoken(field(name), value, "en") == english
