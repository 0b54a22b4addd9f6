# SPDX-License-Identifier: Apache-2.0
"""The table of bad input names tests that exist, and the whole list stands in it."""

from __future__ import annotations

import re

from tests.house.sources import CHECKOUT

PAGE = CHECKOUT / "docs" / "reference" / "bad_input.md"
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
ROW = re.compile(r"^\| (?!what|---)(.+?) \|.*\|(.*)\|$", re.MULTILINE)
ITEMS = 25


def test_every_item_has_a_test() -> None:
    rows = ROW.findall(PAGE.read_text("utf-8"))

    assert len(rows) == ITEMS
    assert [what for what, tests in rows if not NAMED.search(tests)] == []


def test_every_named_test_exists() -> None:
    named = NAMED.findall(PAGE.read_text("utf-8"))
    missing = [
        f"{path}::{name}"
        for path, name in named
        if f"def {name}(" not in (CHECKOUT / path).read_text("utf-8")
    ]

    assert missing == []
