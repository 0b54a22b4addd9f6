# SPDX-License-Identifier: Apache-2.0
"""A vault over a throw-away folder, and the scanner where it is installed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import clamd


@pytest.fixture(autouse=True)
def store(tmp_path: Path, settings) -> None:
    settings.MEDIA_ROOT = tmp_path
    settings.ANSWERING_UNITS = "tests.domains.vault.papers:answering_units"


@pytest.fixture(scope="session")
def clamd_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real scanner that knows the EICAR test file."""
    if clamd.CLAMD is None:
        pytest.skip(clamd.NOT_HERE)
    with clamd.running(tmp_path_factory.mktemp("clamd")) as address:
        yield address


@pytest.fixture
def unused_port() -> int:
    return clamd.free_port()
