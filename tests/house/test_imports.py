# SPDX-License-Identifier: Apache-2.0
"""No import hides inside a function to dodge a loop between modules."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.sources import of_the_package, tree_of


def hidden_imports(path: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            for inner in ast.walk(node):
                if isinstance(inner, (ast.Import, ast.ImportFrom)):
                    yield f"{path.name}:{inner.lineno}"


def test_no_import_hides_in_a_function() -> None:
    assert [found for path in of_the_package() for found in hidden_imports(path)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("def f():\n    import os\n", ["planted.py:2"]),
        ("class A:\n    def f(self):\n        from os import path\n", ["planted.py:3"]),
        ("import os\nif os:\n    import sys\n", []),
    ],
)
def test_a_hidden_import_is_found(tmp_path: Path, text: str, found: list[str]) -> None:
    path = tmp_path / "planted.py"

    path.write_text(text)

    assert list(hidden_imports(path)) == found


def shadowed_names(init: Path) -> Iterator[str]:
    """Names a package takes from one module that importing another would replace."""
    modules = {path.stem for path in init.parent.iterdir()}
    for node in tree_of(init).body:
        if isinstance(node, ast.ImportFrom):
            taken = {alias.asname or alias.name for alias in node.names} & modules
            yield from sorted(taken - {(node.module or "").rpartition(".")[2]})


def test_no_module_replaces_what_its_package_exports() -> None:
    inits = [path for path in of_the_package() if path.name == "__init__.py"]

    assert {str(init): found for init in inits if (found := list(shadowed_names(init)))} == {}


def test_a_shadowed_name_is_found(tmp_path: Path) -> None:
    (tmp_path / "fields.py").touch()
    (tmp_path / "act.py").touch()
    init = tmp_path / "__init__.py"

    init.write_text("from planted.search import fields, find\nfrom planted.act import act\n")

    assert list(shadowed_names(init)) == ["fields"]
