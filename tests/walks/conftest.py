# SPDX-License-Identifier: Apache-2.0
"""One real system for all stories: pages, worker, relay, database and the VNeID stand-in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.server.running import System
from tests.walks.people import Town


@pytest.fixture(scope="session")
def system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    running = System(tmp_path_factory.mktemp("walks") / "state")
    running.start()
    yield running
    running.stop()


@pytest.fixture
def town(system: System) -> Town:
    return Town(f"http://localhost:{system.port}")
