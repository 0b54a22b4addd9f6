# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from motcua.domains.people.acts.hold_post import NewPost, hold_post
from motcua.domains.people.acts.issue_token import issue_token
from motcua.domains.people.acts.open_account import NewAccount, open_account
from motcua.domains.units import queries as units
from motcua.faces.api.bearer import Scope
from motcua.kit import clock
from motcua.kit.access import SYSTEM, ActorKind, Role
from tests.domains.conftest import reference_rows  # noqa: F401
from tests.domains.dossiers.conftest import (  # noqa: F401
    ANSWERS,
    CODE,
    Town,
    published,
    small_data,
    town,
)

ROOT = "/api/v1"
YESTERDAY = clock.today() - timedelta(days=1)


@dataclass
class System:
    """Another system calling the interface."""

    secret: str
    client: Client

    def get(self, path: str, query: dict[str, Any] | None = None, **headers: str) -> Any:
        """Read something."""
        return self.client.get(ROOT + path, query or {}, headers=self.headers(headers))

    def post(self, path: str, body: Any = None, *, key: UUID | None = None, **headers: str) -> Any:
        """Send a command under a fresh key, or under the given one."""
        sent = self.headers(headers) | {"Idempotency-Key": str(key or uuid4())}
        content = body if isinstance(body, (str, bytes)) else json.dumps(body or {})
        return self.client.post(ROOT + path, content, content_type="application/json", headers=sent)

    def headers(self, more: dict[str, str]) -> dict[str, str]:
        """The token, and whatever else is said, with `_` for `-`."""
        said = {name.replace("_", "-"): value for name, value in more.items()}
        return {"Authorization": f"Bearer {self.secret}"} | said


Register = Callable[..., System]


@pytest.fixture
def store(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def register(db: None, client: Client) -> Register:
    """Open a client's account with posts (unit code, role), and give it a token."""

    def new(
        name: str, *posts: tuple[str, Role], scopes: tuple[Scope, ...] = tuple(Scope)
    ) -> System:
        at = clock.now()
        wanted = NewAccount(kind=ActorKind.CLIENT, sign_in_name=name, full_name=name)
        account_id = open_account(actor=SYSTEM, wanted=wanted, at=at)
        for code, role in posts:
            unit_id = units.agency_by_code(code).id
            post = NewPost(unit_id=unit_id, role=role, valid_from=YESTERDAY)
            hold_post(actor=SYSTEM, account_id=account_id, post=post, at=at)
        issued = issue_token(
            actor=SYSTEM, account_id=account_id, label=name, scopes=[*scopes],
            valid_to=at + timedelta(days=1), at=at,
        )  # fmt: skip
        return System(issued.secret, client)

    return new


@pytest.fixture
def office(town: Town, register: Register, store: None) -> System:  # noqa: F811
    """A system that works in all posts of the town."""
    centre = units.agency(town.centre_id).code
    competent = units.agency(town.competent_id).code
    return register(
        "office", (centre, Role.COUNTER), (competent, Role.SPECIALIST), (competent, Role.LEADER)
    )


@pytest.fixture
def head(town: Town, register: Register) -> System:  # noqa: F811
    """A system of the leader's, who decides what others propose."""
    return register("head", (units.agency(town.competent_id).code, Role.LEADER))


@pytest.fixture
def stranger(town: Town, register: Register) -> System:  # noqa: F811
    """A system without posts."""
    return register("stranger")


def submission(town: Town, **changes: Any) -> dict[str, Any]:  # noqa: F811
    """A dossier that lacks nothing."""
    body = {
        "procedure": CODE,
        "unit": units.agency(town.competent_id).code,
        "channel": "online",
        "answers": ANSWERS,
        "presented": ["drawing"],
    }
    return body | changes


def submitted(system: System, town: Town, **changes: Any) -> dict[str, Any]:  # noqa: F811
    """What the interface says of a dossier just submitted."""
    answer = system.post("/dossiers", submission(town, **changes))
    assert answer.status_code == 201, answer.content
    return answer.json()
