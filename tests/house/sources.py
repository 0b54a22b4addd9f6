# SPDX-License-Identifier: Apache-2.0
"""The Python files that the tests of the house look at."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGE = CHECKOUT / "src" / "motcua"
WRITTEN_BY_HAND = ("src", "tests", "scripts", "bench")


def written_by_hand(root: Path = CHECKOUT) -> Iterator[Path]:
    """Yield every Python file that a person wrote: all but migrations."""
    for folder in WRITTEN_BY_HAND:
        for path in sorted((root / folder).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path


def of_the_package(root: Path = CHECKOUT) -> Iterator[Path]:
    """Yield the files of the product itself."""
    return (path for path in written_by_hand(root) if (root / "src") in path.parents)


def tree_of(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text("utf-8"), str(path))
