# SPDX-License-Identifier: Apache-2.0
"""Values for tests, with defaults that a test states only where they matter."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from motcua.domains.dossiers.ledger import By
from motcua.domains.units import queries as units
from motcua.kit.access import Actor, ActorKind, Post, Role
from motcua.kit.clock import VN


def vn(text: str) -> datetime:
    """A moment in Vietnam's time, from `2026-07-03 10:00`."""
    return datetime.fromisoformat(text).replace(tzinfo=VN)


def official(name: str, *posts: tuple[str, Role]) -> Actor:
    """An official holding roles in agencies given by code."""
    held = tuple(Post(units.agency_by_code(code).id, code, role) for code, role in posts)
    return Actor(code=f"cb-{name}", name=name, kind=ActorKind.OFFICIAL, posts=held)


def by(actor: Actor, at: datetime, seen: int | None = None) -> By:
    """A fresh command."""
    return By(actor, at, uuid4(), seen)
