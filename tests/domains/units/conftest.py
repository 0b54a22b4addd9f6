# SPDX-License-Identifier: Apache-2.0
"""The real reference files in the tables, loaded once per test."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from motcua.domains.units.acts.load_reference import load_reference
from motcua.kit.access import Actor, ActorKind, Post, Role

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


@pytest.fixture
def loaded(db: None) -> None:
    """Places, agencies and calendar as in `data/`."""
    load_reference(at=NOW)


@pytest.fixture
def configurator() -> Actor:
    """An official who may change what holds for the whole province."""
    post = Post(unit_id=1, unit_code="H05.01", role=Role.CONFIGURATOR)
    return Actor(code="cb-1", name="Nguyễn Văn An", kind=ActorKind.OFFICIAL, posts=(post,))
