# SPDX-License-Identifier: Apache-2.0
"""The small town of the dossiers' tests, its officials signed in at their desks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.test import Client

from motcua.domains.people.acts.hold_post import NewPost, hold_post
from motcua.domains.people.acts.open_account import NewAccount, open_account
from motcua.domains.people.acts.sign_in import sign_in
from motcua.domains.people.models import AccountKind
from motcua.domains.people.origin import Origin
from motcua.faces.gate.cache import SESSIONS
from motcua.kit import clock
from motcua.kit.access import SYSTEM, Actor, Role
from tests.domains.conftest import reference, reference_rows  # noqa: F401
from tests.domains.dossiers.conftest import Town, published, small_data, town  # noqa: F401

PASSWORD = "Đúng-Mật-Khẩu-2026"
OFFICE = Origin("10.1.2.3", 50123, "Chrome, Windows")
Desks = Callable[[Actor], Client]


@pytest.fixture(autouse=True)
def empty_memory() -> Iterator[None]:
    """Forget what the process remembers of sessions."""
    SESSIONS.clear()
    yield
    SESSIONS.clear()


@pytest.fixture
def desk_of(db: None) -> Desks:
    """Give the official of a test an account with the same posts; returns a browser signed in."""

    def signed_in(actor: Actor) -> Client:
        name = f"cb.{len(opened)}"
        opened.append(name)
        wanted = NewAccount(
            kind=AccountKind.OFFICIAL, sign_in_name=name, full_name=actor.name, password=PASSWORD
        )
        account_id = open_account(actor=SYSTEM, wanted=wanted, at=clock.now())
        for post in actor.posts:
            held = NewPost(unit_id=post.unit_id, role=Role(post.role), valid_from=date(2025, 7, 1))
            hold_post(actor=SYSTEM, account_id=account_id, post=held, at=clock.now())
        client = Client()
        key = sign_in(name=name, password=PASSWORD, origin=OFFICE, at=clock.now()).key
        client.cookies[settings.SESSION_COOKIE_NAME] = key
        return client

    opened: list[str] = []
    return signed_in


def today() -> datetime:
    """This very moment, for dossiers whose time is still running."""
    return clock.now()


def form(client: Client, code: str, verb: str) -> dict[str, str]:
    """The hidden fields of one form of a dossier page."""
    page = client.get(f"/desk/{code}").content.decode()
    found = re.search(
        rf'action="/desk/{re.escape(code)}/{verb}"[^>]*>(.*?)</form>', page, re.DOTALL
    )
    assert found, f"{verb} is not offered"
    pairs = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', found[1])
    return {name: value for name, value in pairs if name != "csrfmiddlewaretoken"}


def post(client: Client, code: str, verb: str, **fields: Any) -> Any:
    """Post an act as a page of this state would; `key` and `seen` may be given."""
    sent = {"key": str(uuid4()), **fields}
    return client.post(f"/desk/{code}/{verb}", {k: v for k, v in sent.items() if v is not None})


def text(answer: Any) -> str:
    """The page as text."""
    return str(answer.content.decode())
