# SPDX-License-Identifier: Apache-2.0
"""Every business act has a file of tests of its own, and no test outlives what it tested."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.sources import CHECKOUT, tree_of


def acts(root: Path) -> dict[str, Path]:
    """Return the act files by `<domain>/<verb>`; a leading underscore marks a shared part."""
    found = (root / "src" / "motcua" / "domains").glob("*/acts/*.py")
    return {
        f"{path.parents[1].name}/{path.stem}": path
        for path in found
        if not path.stem.startswith("_")
    }


def files_testing_acts(root: Path) -> dict[str, Path]:
    found = (root / "tests" / "domains").glob("*/acts/test_*.py")
    return {f"{path.parents[1].name}/{path.stem[5:]}": path for path in found}


def untested(root: Path) -> list[str]:
    return sorted(acts(root).keys() - files_testing_acts(root).keys())


def outlived(root: Path) -> list[str]:
    return sorted(files_testing_acts(root).keys() - acts(root).keys())


def toothless(root: Path) -> Iterator[str]:
    for path in sorted((root / "tests").rglob("test_*.py")):
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                if not asserts(node):
                    yield f"{path.relative_to(root)}:{node.lineno} {node.name}"


def asserts(function: ast.FunctionDef) -> bool:
    """Return whether a test asserts by itself or calls something named for doing so."""
    words = ("assert", "raises", "expect", "check", "must", "refuse")
    for node in ast.walk(function):
        if isinstance(node, ast.Assert):
            return True
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func).lower()
            if any(word in name for word in words):
                return True
    return False


def test_every_act_has_tests() -> None:
    assert untested(CHECKOUT) == []


def test_no_tests_outlive_their_act() -> None:
    assert outlived(CHECKOUT) == []


def test_every_test_can_fail() -> None:
    assert list(toothless(CHECKOUT)) == []


def test_an_act_without_tests_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "src" / "motcua" / "domains" / "dossiers" / "acts"
    folder.mkdir(parents=True)

    (folder / "submit.py").write_text("")

    assert untested(tmp_path) == ["dossiers/submit"]


def test_tests_without_an_act_are_found(tmp_path: Path) -> None:
    folder = tmp_path / "tests" / "domains" / "dossiers" / "acts"
    folder.mkdir(parents=True)

    (folder / "test_submit.py").write_text("")

    assert outlived(tmp_path) == ["dossiers/submit"]


def test_a_test_that_cannot_fail_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "tests"
    folder.mkdir()

    (folder / "test_planted.py").write_text("def test_nothing():\n    print(1)\n")

    assert list(toothless(tmp_path)) == ["tests/test_planted.py:1 test_nothing"]
