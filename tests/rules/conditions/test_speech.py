# SPDX-License-Identifier: Apache-2.0
"""A condition is said in the reader's words."""

from __future__ import annotations

import pytest

from motcua.rules.conditions import Speech, parse


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ({"eq": ["sex", "male"]}, "“sex” is “male”"),
        ({"eq": ["married", True]}, "“married”: yes"),
        ({"eq": ["married", False]}, "“married”: no"),
        ({"ne": ["sex", "male"]}, "“sex” is not “male”"),
        ({"in": ["land", ["LA", "KH"]]}, "“land” is one of: “LA”, “KH”"),
        ({"filled": "passport"}, "“passport” is filled in"),
        ({"ge": ["area", 250]}, "“area” is at least 250"),
        ({"le": ["area", 250]}, "“area” is at most 250"),
        ({"gt": ["area", 250]}, "“area” is more than 250"),
        ({"ge": ["born", "2026-01-31"]}, "“born” is on or after 31/01/2026"),
        ({"le": ["born", "2026-01-31"]}, "“born” is on or before 31/01/2026"),
        ({"gt": ["born", "2026-01-31"]}, "“born” is after 31/01/2026"),
        ({"lt": ["born", "2026-01-31"]}, "“born” is before 31/01/2026"),
        ({"lt": ["area", 2.5]}, "“area” is less than 2.5"),
        ({"all": [{"filled": "a"}, {"filled": "b"}]},
         "all of these (“a” is filled in; “b” is filled in)"),
        ({"any": [{"filled": "a"}, {"filled": "b"}]},
         "at least one of these (“a” is filled in; “b” is filled in)"),
        ({"not": {"filled": "a"}}, "not so: “a” is filled in"),
    ],
)  # fmt: skip
def test_every_operator_has_its_words(written: dict, said: str) -> None:
    assert parse(written).sentence() == said


def test_labels_and_translations_take_the_place_of_names() -> None:
    translations = {"“%(field)s” is “%(value)s”": "“%(field)s” là “%(value)s”"}
    speech = Speech(translations.__getitem__, {"sex": "Giới tính"}.get, lambda *_: "100% nam")

    assert parse({"eq": ["sex", "male"]}).sentence(speech) == "“Giới tính” là “100% nam”"
