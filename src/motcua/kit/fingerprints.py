# SPDX-License-Identifier: Apache-2.0
"""One digest over the bytes of files, so that a loader knows when nothing is new."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path


def fingerprint(paths: Iterable[Path]) -> str:
    """Return one digest of the names and bytes of files, and of all files below folders.

    A path that does not exist counts as nothing; compiled Python files do not count.
    """
    digest = hashlib.sha256()
    for file in sorted(file for path in paths for file in _files(path)):
        content = hashlib.sha256(file.read_bytes()).hexdigest()
        digest.update(f"{file.name} {content}\n".encode())
    return digest.hexdigest()


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        files = (file for file in path.rglob("*") if file.is_file())
        yield from (file for file in files if file.suffix != ".pyc")
    elif path.exists():
        yield path
