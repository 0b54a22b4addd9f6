# SPDX-License-Identifier: Apache-2.0
"""The folder of a system started for real, removed with its database afterwards."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server.running import call


@pytest.fixture(scope="module")
def state() -> Iterator[Path]:
    """Yield a state folder that does not exist yet, in a folder of its own."""
    outer = Path(tempfile.mkdtemp(prefix="motcua-up-"))
    yield outer / "var"
    call("down", state=outer / "var")
    call("reset", "--yes", state=outer / "var")
    shutil.rmtree(outer)
