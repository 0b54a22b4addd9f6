# SPDX-License-Identifier: Apache-2.0
"""The acceptance list names screens, commands and tests that exist, and admits what is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from motcua.faces.cli.commands import COMMANDS
from tests.house.sources import CHECKOUT

PAGE = CHECKOUT / "docs" / "reference" / "one_stop_functions.md"
ROW = re.compile(r"^\| (\d+) \|(.*)\|(.*)\|(.*)\|(.*)\|$", re.MULTILINE)
NAMED = re.compile(r"`([^`]+)`")
MISSING = "not yet"


def rows() -> list[tuple[int, str, str, str, str]]:
    found = ROW.findall(PAGE.read_text("utf-8"))
    return [(int(number), *(cell.strip() for cell in cells)) for number, *cells in found]


def routes(patterns: list[URLPattern | URLResolver], space: str = "") -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from routes(pattern.url_patterns, inner)
        elif pattern.name:
            yield space + pattern.name


def unknown(cell: str, known: set[str]) -> list[str]:
    """Return what a cell names that nobody serves."""
    return [name for name in NAMED.findall(cell) if name not in known]


def test_all_thirty_one_functions_stand_in_their_order() -> None:
    assert [number for number, *_ in rows()] == list(range(1, 32))


def test_every_named_screen_and_command_exists() -> None:
    known = set(routes(get_resolver().url_patterns)) | {f"motcua {name}" for name in COMMANDS}

    assert {row[0]: bad for row in rows() if (bad := unknown(row[2], known))} == {}


def test_every_named_test_exists() -> None:
    named = [name for row in rows() for name in NAMED.findall(row[3])]

    assert [name for name in named if not (CHECKOUT / name).is_file()] == []
    assert all(name.startswith("tests/") for name in named)


@pytest.mark.parametrize("row", rows(), ids=lambda row: str(row[0]))
def test_a_function_is_shown_and_tested_or_admitted_to_be_missing(
    row: tuple[int, str, str, str, str],
) -> None:
    _, _, screens, tests, _ = row

    if MISSING in (screens, tests):
        assert screens == tests == MISSING
    else:
        assert NAMED.findall(screens) and NAMED.findall(tests)


def test_a_screen_that_nobody_serves_is_found() -> None:
    assert unknown("`desk:nowhere` `desk:inbox`", {"desk:inbox"}) == ["desk:nowhere"]
