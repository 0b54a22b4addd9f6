# SPDX-License-Identifier: Apache-2.0
"""Screens are tested with the catalogues as they are now."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest


@pytest.fixture(scope="session", autouse=True)
def compiled_catalogues() -> None:
    """Compile the translations that are newer than what was compiled before."""
    script = runpy.run_path(str(Path(__file__).parents[2] / "scripts" / "messages.py"))
    script["compile_all"](script["shelves"]())
