# SPDX-License-Identifier: Apache-2.0
"""Choosing the language by a link."""

from __future__ import annotations

import pytest
from django.test import Client


def test_the_choice_is_remembered_and_the_reader_returns_where_they_were(client: Client) -> None:
    answer = client.get("/language/en", headers={"referer": "http://testserver/design/?a=1"})

    assert answer.status_code == 302
    assert answer.headers["Location"] == "/design/?a=1"
    assert answer.cookies["language"].value == "en"
    assert 'lang="en"' in client.get("/design/").content.decode()


@pytest.mark.parametrize(
    "referer",
    ["", "https://elsewhere.example/x", "http://testserver//elsewhere.example", "javascript:1"],
)
def test_no_address_of_another_site_is_followed(client: Client, referer: str) -> None:
    location = client.get("/language/en", headers={"referer": referer}).headers["Location"]

    assert location.startswith("/")
    assert not location.startswith("//")


def test_an_unknown_language_is_not_found(client: Client) -> None:
    assert client.get("/language/fr").status_code == 404


def test_posting_is_refused(client: Client) -> None:
    assert client.post("/language/en").status_code == 405
