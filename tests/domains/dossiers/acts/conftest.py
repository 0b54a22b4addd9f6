# SPDX-License-Identifier: Apache-2.0
"""An official who starts runs over many dossiers."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest

from motcua.domains.dossiers.acts.start_batch import start_batch
from motcua.kit.access import Actor, Post, Role
from tests.builders import vn
from tests.domains.dossiers.acts.hiring import hired
from tests.domains.dossiers.conftest import Town

STARTED_AT = vn("2026-07-06 09:00")
Run = Callable[..., UUID]


@pytest.fixture
def actor(town: Town) -> Actor:
    """A specialist with an account and a post in the tables."""
    post: Post = town.specialist.posts[0]
    return hired("an", post.unit_id, post.unit_code, Role.SPECIALIST)


@pytest.fixture
def run(actor: Actor) -> Run:
    """Start a run over these codes; its key."""

    def start(*codes: str, verb: str = "advance", **choices: object) -> UUID:
        return start_batch(
            actor=actor, at=STARTED_AT, key=uuid4(), verb=verb,
            choices=choices or {"action": "propose"}, codes=codes,
        )  # fmt: skip

    return start
