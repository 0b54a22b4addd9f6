# SPDX-License-Identifier: Apache-2.0
"""Addresses of databases keep their secrets where they belong."""

from __future__ import annotations

import pytest

from motcua.kit import dsn
from motcua.kit.pgplaces import socket_url


def test_a_socket_url_survives_odd_letters() -> None:
    url = socket_url(folder="/tmp/a b", user="motcua", password="p@/:ô", database="motcua")

    assert dsn.django_database(url) == {
        "NAME": "motcua",
        "USER": "motcua",
        "PASSWORD": "p@/:ô",
        "HOST": "/tmp/a b",
        "PORT": "",
        "OPTIONS": {},
    }


def test_other_libpq_options_are_passed_on() -> None:
    found = dsn.django_database("postgresql://u@db.example:6432/m?sslmode=verify-full")

    assert (found["HOST"], found["PORT"]) == ("db.example", "6432")
    assert found["OPTIONS"] == {"sslmode": "verify-full"}


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("postgresql://user:secret@db.example:6432/m", "db.example:6432/m"),
        ("postgresql:///m", "localhost:5432/m"),
    ],
)
def test_a_place_tells_neither_user_nor_password(url: str, told: str) -> None:
    assert dsn.place(url) == told
