# SPDX-License-Identifier: Apache-2.0
"""Files stay short, carry their licence, say what they are, and have names that mean something."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.sources import CHECKOUT, of_the_package, tree_of, written_by_hand

LONGEST = 400
LICENCE = "# SPDX-License-Identifier: Apache-2.0"
MEANINGLESS = {
    "manager", "managers", "helper", "helpers", "util", "utils", "service", "services",
    "data", "info", "process", "misc",
}  # fmt: skip
ALLOWED = {
    "process_exception",  # Django calls it so
    "handle_data",  # so does html.parser
    "DataUse",  # the law's own word: a use of personal data
}


def too_long(path: Path) -> bool:
    return len(path.read_text("utf-8").splitlines()) > LONGEST


def unsigned(path: Path) -> bool:
    return path.read_text("utf-8").splitlines()[:1] != [LICENCE]


def silent(path: Path) -> bool:
    return not ast.get_docstring(tree_of(path))


def meaningless_names(path: Path) -> Iterator[str]:
    kinds = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    names = [node.name for node in ast.walk(tree_of(path)) if isinstance(node, kinds)]
    for name in (path.stem, *names):
        if set(words_of(name)) & MEANINGLESS and name not in ALLOWED:
            yield f"{path.name}: {name}"


def words_of(name: str) -> list[str]:
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)
    return [word for word in spaced.lower().split("_") if word]


def named(paths: Iterator[Path]) -> list[str]:
    return [str(path.relative_to(CHECKOUT)) for path in paths]


def test_no_file_is_longer_than_a_person_reads_at_once() -> None:
    assert named(path for path in written_by_hand() if too_long(path)) == []


def test_every_file_names_its_licence_first() -> None:
    assert named(path for path in written_by_hand() if unsigned(path)) == []


def test_every_module_says_in_a_sentence_what_it_is() -> None:
    assert named(path for path in of_the_package() if silent(path)) == []


def test_no_name_is_without_meaning() -> None:
    assert [name for path in of_the_package() for name in meaningless_names(path)] == []


def test_a_long_file_is_found(tmp_path: Path) -> None:
    path = tmp_path / "planted.py"

    path.write_text("\n" * (LONGEST + 1))

    assert too_long(path)


def test_a_file_without_licence_or_docstring_is_found(tmp_path: Path) -> None:
    path = tmp_path / "planted.py"

    path.write_text("x = 1\n")

    assert unsigned(path) and silent(path)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("class FileManager: pass", ["planted.py: FileManager"]),
        ("def read_data(): pass", ["planted.py: read_data"]),
        ("async def process(): pass", ["planted.py: process"]),
        ("def processing(): pass\nclass Database: pass", []),
    ],
)
def test_a_meaningless_name_is_found(tmp_path: Path, text: str, found: list[str]) -> None:
    path = tmp_path / "planted.py"

    path.write_text(text)

    assert list(meaningless_names(path)) == found
