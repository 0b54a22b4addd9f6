# SPDX-License-Identifier: Apache-2.0
"""Lines, texts and names."""

from __future__ import annotations

import pytest

from tests.rules.forms.builders import a_field, a_form, check, keeps


@pytest.mark.parametrize("kind", ["text", "street"])
@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("  Thửa  12 ", "Thửa 12"),
        ("Ba\u0306\u0301c Ninh", "B\u1eafc Ninh"),
        ("<script>alert('x')</script>", "<script>alert('x')</script>"),
        ("a" * 200, "a" * 200),
        ("a" * 201, "too_long"),
        ("a" * 10_000, "too_long"),
        ("e\u0323\u0302" * 200, "\u1ec7" * 200),
        ("a\x00b", "unclean_text"),
        ("a\nb", "unclean_text"),
        ("a\ud800b", "unclean_text"),
        ("safe\u202egnp.exe", "unclean_text"),
        ("\u200b", None),
        ("   ", None),
        (123, "wrong_shape"),
        (["a"], "wrong_shape"),
        ({"a": 1}, "wrong_shape"),
    ],
)
def test_a_line_is_composed_trimmed_and_bounded(kind: str, raw: object, kept: object) -> None:
    assert keeps(kind, raw) == kept


def test_a_line_may_be_too_short() -> None:
    assert keeps("text", "ab", min_length=3) == "too_short"
    assert keeps("text", "abc", min_length=3) == "abc"


def test_long_text_keeps_its_lines() -> None:
    assert keeps("long_text", " Kính gửi \r\n\r\n  UBND xã\t\n") == "Kính gửi\n\n  UBND xã"
    assert keeps("long_text", "a" * 2001) == "too_long"
    assert keeps("long_text", "a" * 2001, max_length=2001) == "a" * 2001
    assert keeps("long_text", "a\x07") == "unclean_text"
    assert keeps("long_text", "abc", min_length=4) == "too_short"


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("Nguyễn Thị  Minh-Khai", "Nguyễn Thị Minh-Khai"),
        ("H'Hen Niê", "H'Hen Niê"),
        ("María José O’Neill Jr.", "María José O’Neill Jr."),
        ("王小明", "王小明"),
        ("Nguye\u0302\u0303n Va\u0306n A\u0301", "Nguy\u1ec5n V\u0103n \u00c1"),
        ("Nguyen 2", "name_letters"),
        ("<b>An</b>", "name_letters"),
        ("- .", "name_letters"),
        ("a" * 101, "too_long"),
        ("a" * 10_000, "too_long"),
        ("An\ud83d", "unclean_text"),
    ],
)
def test_a_name_has_letters(raw: str, kept: str) -> None:
    assert keeps("person_name", raw) == kept


def test_a_fault_of_length_says_the_length_and_not_the_answer() -> None:
    form = a_form(a_field("it", max_length=5))

    (fault,) = check(form, {"it": "confidential"}).faults

    assert fault.say() == "Please write at most 5 characters."
