# SPDX-License-Identifier: Apache-2.0
"""A form says conditions with its labels."""

from __future__ import annotations

import pytest

from motcua.rules.conditions import parse
from tests.rules.forms.builders import a_field, a_form, some_options

FORM = a_form(
    a_field("sex", "choice", options=some_options("m", "f")),
    a_field("home", "address"),
    a_field("born", "past_date"),
)


@pytest.mark.parametrize(
    ("written", "english", "vietnamese"),
    [
        ({"eq": ["sex", "m"]}, "“sex” is “m”", "“sex (vi)” is “m (vi)”"),
        ({"filled": "home.street"},
         "“House number, street, village or residential group” is filled in",
         "“Số nhà, đường, thôn, tổ dân phố” is filled in"),
        ({"lt": ["born", "2020-01-31"]}, "“born” is before 31/01/2020",
         "“born (vi)” is before 31/01/2020"),
        ({"filled": "channel"}, "“channel” is filled in", "“channel” is filled in"),
    ],
)  # fmt: skip
def test_a_condition_is_said_with_labels(written: dict, english: str, vietnamese: str) -> None:
    condition = parse(written)

    assert condition.sentence(FORM.speech("en")) == english
    assert condition.sentence(FORM.speech("vi")) == vietnamese


def test_a_page_that_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        FORM.page("two")
