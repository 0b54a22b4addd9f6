# SPDX-License-Identifier: Apache-2.0
"""The gate with an official, and with the stand-in for VNeID behind the citizens' door."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from django.test import Client
from pytest_django.fixtures import Settings as DjangoSettings

from motcua.faces.gate.cache import SESSIONS
from motcua.faces.gate.vneid.documents import DOCUMENTS
from motcua.partners.vneid.sandbox.provider import Provider
from tests.domains.people.conftest import (  # noqa: F401
    PASSWORD,
    department,
    make_official,
    official,
)
from tests.partners.vneid.conftest import provider, signer  # noqa: F401

MINH = "027092990201"


@pytest.fixture(autouse=True)
def empty_memory() -> Iterator[None]:
    """Forget what the process remembers of sessions and of the provider."""
    SESSIONS.clear()
    DOCUMENTS.clear()
    yield
    SESSIONS.clear()
    DOCUMENTS.clear()


@pytest.fixture
def vneid(provider: Provider, settings: DjangoSettings) -> Provider:  # noqa: F811
    """The provider, known to the gate."""
    settings.VNEID_ISSUER = provider.settings.issuer
    settings.VNEID_CLIENT_ID = provider.settings.client_id
    settings.VNEID_CLIENT_SECRET = provider.settings.client_secret
    return provider


def sign_in(client: Client, name: str = "an.nv", password: str = PASSWORD, **form: str) -> Any:
    """Post the officials' form."""
    return client.post("/vao/can-bo", {"name": name, "password": password} | form)


def to_vneid(client: Client, wanted: str = "") -> str:
    """Press the button; return the address the browser is sent to."""
    answer = client.post("/vao/cong-dan/vneid", {"next": wanted})
    assert answer.status_code == 302
    return str(answer["Location"])


def answer_vneid(address: str, **answer: str) -> str:
    """Confirm at the provider; return the address it sends the browser back to."""
    page = httpx.get(address)
    found = re.search(r'name="request" value="([^"]+)"', page.text)
    assert found
    form = {"request": found.group(1), "personal_id": MINH, "passcode": "123456"}
    base = address.partition("/authorize")[0]
    return httpx.post(f"{base}/authorize", data=form | answer).headers["Location"]


def come_by_vneid(client: Client, wanted: str = "", **answer: str) -> Any:
    """Go to VNeID, answer there, and come back."""
    return client.get(answer_vneid(to_vneid(client, wanted), **answer))
