# SPDX-License-Identifier: Apache-2.0
"""Whose page looked at one's data is said in words, not as another page of some office."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from motcua.faces.portal.account.looks import PAGES
from tests.house.sources import PACKAGE, tree_of


def logged() -> Iterator[str]:
    """Yield the pages that the desk writes into the ledger by a fixed name."""
    for path in sorted((PACKAGE / "faces" / "desk").rglob("*.py")):
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "log":
                page = node.args[1]
                if isinstance(page, ast.Constant):
                    yield f"desk/{page.value}"


def test_every_page_of_the_desk_has_a_name_for_the_citizen() -> None:
    pages = set(logged())

    assert len(pages) > 20
    assert pages - PAGES.keys() == set()
