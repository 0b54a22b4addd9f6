# SPDX-License-Identifier: Apache-2.0
"""Whoever starts a demonstration is told where it is and as whom to enter."""

from __future__ import annotations

import io

import pytest

from motcua.faces.cli import welcome
from motcua.kit.env import Env
from motcua.kit.terminal import Terminal

PRODUCTION = {
    "MOTCUA_MODE": "production",
    "SECRET_KEY": "k" * 60,
    "DATABASE_URL": "postgresql://db.example/motcua",
    "MOTCUA_HOSTS": "motcua.example",
    "MOTCUA_URL": "https://motcua.example",
}


def told(environ: dict[str, str], language: str = "en") -> str:
    out = io.StringIO()
    welcome.tell(Env.read(environ), Terminal(out, language))
    return out.getvalue()


def test_the_address_comes_first() -> None:
    assert told({"PORT": "8123"}).split()[:2] == ["Ready:", "http://localhost:8123"]


@pytest.mark.parametrize(
    ("language", "row"),
    [
        ("en", "lannt101     Reception officer, "),
        ("vi", "lannt101     Công chức tiếp nhận và trả kết quả, "),
    ],
)
def test_officials_are_listed_in_the_language_of_the_terminal(language: str, row: str) -> None:
    assert row in told({}, language)


def test_the_citizen_and_both_passwords_are_told() -> None:
    shown = told({})

    assert "Motcua@Demo-2026" in shown and "027092990201, passcode 123456" in shown


def test_production_tells_of_no_accounts() -> None:
    shown = told(PRODUCTION)

    assert "https://motcua.example" in shown and "password" not in shown and "lannt101" not in shown
