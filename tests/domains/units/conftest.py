# SPDX-License-Identifier: Apache-2.0
"""The real reference files in the tables, and an official who may change them."""

from __future__ import annotations

import pytest

from motcua.kit.access import Actor, ActorKind, Post, Role


@pytest.fixture
def loaded(reference: None) -> None:
    """Places, agencies and calendar as in `data/`."""


@pytest.fixture
def configurator() -> Actor:
    """An official who may change what holds for the whole province."""
    post = Post(unit_id=1, unit_code="H05.01", role=Role.CONFIGURATOR)
    return Actor(code="cb-1", name="Nguyễn Văn An", kind=ActorKind.OFFICIAL, posts=(post,))
