# SPDX-License-Identifier: Apache-2.0
"""What the site answers when the database is away, its own code breaks or a host is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path

from motcua.config.urls import handler400, handler500, urlpatterns

SECRET = "a word that only the log may hold"


def broken(request: HttpRequest) -> HttpResponse:
    raise ValueError(SECRET)


urlpatterns = [*urlpatterns, path("broken", broken)]
__all__ = ["handler400", "handler500", "urlpatterns"]


@pytest.fixture
def client() -> Client:
    return Client(raise_request_exception=False)


@pytest.fixture
def no_database(transactional_db: None, tmp_path: Path) -> Iterator[None]:
    """Send every new connection to a folder where no server listens."""
    there = connection.settings_dict["HOST"]
    connection.close()
    connection.settings_dict["HOST"] = str(tmp_path)
    yield
    connection.settings_dict["HOST"] = there


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("address", ["/thu-tuc?q=khai+sinh", "/tra-cuu", "/desk/"])
def test_an_absent_database_is_a_pause(
    client: Client, no_database: None, address: str, language: str
) -> None:
    client.cookies[settings.SESSION_COOKIE_NAME] = "x" * 32
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language

    answer = client.get(address)

    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "5"
    assert {"vi": "khôi phục", "en": "being restored"}[language] in answer.content.decode()


@override_settings(ROOT_URLCONF=__name__)
def test_anything_else_is_our_fault_and_keeps_its_secrets(client: Client) -> None:
    answer = client.get("/broken")

    assert answer.status_code == 500
    assert SECRET not in answer.content.decode()


@pytest.mark.parametrize("host", ["evil.example", "a b", "[::"])
def test_a_foreign_host_is_a_bad_request(client: Client, host: str) -> None:
    answer = client.get("/", headers={"host": host, "referer": "http://evil.example/x"})

    assert answer.status_code == 400
    assert "evil.example" not in answer.content.decode()
