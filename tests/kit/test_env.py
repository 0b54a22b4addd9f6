# SPDX-License-Identifier: Apache-2.0
"""Settings come from the environment, are checked at once, and production is strict."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from motcua.kit.env import Env, EnvError, Mode, new_secret

KEY = "k3-" + "x" * 60
PRODUCTION = {
    "MOTCUA_MODE": "production",
    "SECRET_KEY": KEY,
    "DATABASE_URL": "postgresql://motcua:word@db.example/motcua",
    "MOTCUA_HOSTS": "dichvucong.example.vn",
    "MOTCUA_URL": "https://dichvucong.example.vn/",
    "MOTCUA_STATE": "/nowhere/motcua",
}


def test_an_empty_environment_is_a_demonstration(tmp_path: Path) -> None:
    env = Env.read({}, checkout=tmp_path)

    assert env.mode is Mode.DEMO
    assert env.state == tmp_path / "var"
    assert (env.bind, env.port, env.vneid_port) == ("127.0.0.1", 8000, 8001)
    assert env.public_url == "http://localhost:8000"
    assert env.vneid_issuer == "http://localhost:8001"
    assert env.database_url is None
    assert env.local_submission


def test_a_relative_state_folder_is_made_absolute() -> None:
    env = Env.read({"MOTCUA_STATE": "elsewhere"})

    assert env.state == Path.cwd() / "elsewhere"


def test_ports_follow_the_stated_one(tmp_path: Path) -> None:
    env = Env.read({"PORT": "9000"}, checkout=tmp_path)

    assert (env.port, env.vneid_port) == (9000, 9001)
    assert env.public_url == "http://localhost:9000"


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ({"PORT": "9000", "VNEID_PORT": "9000"}, "VNEID_PORT and PORT are both 9000"),
        ({"PORT": "9000", "PAYMENT_PORT": "9001"}, "PAYMENT_PORT and VNEID_PORT are both 9001"),
        ({"PORT": "65534"}, "PAYMENT_PORT would be 65536"),
    ],
)
def test_every_part_has_a_port_of_its_own(
    stated: dict[str, str], said: str, tmp_path: Path
) -> None:
    with pytest.raises(EnvError, match=said):
        Env.read(stated, checkout=tmp_path)


def test_settings_cannot_be_changed_afterwards(tmp_path: Path) -> None:
    env = Env.read({}, checkout=tmp_path)

    with pytest.raises(FrozenInstanceError):
        env.port = 1  # type: ignore[misc]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "eighty"),
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "-1"),
        ("MOTCUA_MODE", "prod"),
        ("LOCAL_SUBMISSION", "perhaps"),
        ("VNEID_PORT", "1.5"),
        ("CLAMD_ADDRESS", "localhost"),
        ("CLAMD_ADDRESS", ":3310"),
        ("CLAMD_ADDRESS", "localhost:clamd"),
    ],
)
def test_a_value_that_is_not_understood_is_named(name: str, value: str, tmp_path: Path) -> None:
    with pytest.raises(EnvError) as refused:
        Env.read({name: value}, checkout=tmp_path)

    assert name in str(refused.value) and value in str(refused.value)


@pytest.mark.parametrize("address", ["127.0.0.1:3310", "unix:/run/clamav/clamd.ctl", ""])
def test_the_scanner_is_where_the_setting_says(address: str, tmp_path: Path) -> None:
    assert Env.read({"CLAMD_ADDRESS": address}, checkout=tmp_path).clamd_address == address


@pytest.mark.parametrize("url", ["mysql://a/b", "motcua", "sqlite:///x"])
def test_only_a_postgresql_address_is_taken(url: str, tmp_path: Path) -> None:
    with pytest.raises(EnvError, match="postgresql://"):
        Env.read({"DATABASE_URL": url}, checkout=tmp_path)


def test_a_demonstration_keeps_its_secret_in_its_state_folder(tmp_path: Path) -> None:
    (tmp_path / "var" / "secret").mkdir(parents=True)
    (tmp_path / "var" / "secret" / "key").write_text("kept-key\n")

    assert Env.read({}, checkout=tmp_path).secret_key == "kept-key"


def test_without_a_kept_secret_each_reading_makes_another(tmp_path: Path) -> None:
    one, other = (Env.read({}, checkout=tmp_path).secret_key for _ in range(2))

    assert one != other and len(one) > 50


def test_the_database_of_a_running_system_is_found_by_other_terminals(tmp_path: Path) -> None:
    (tmp_path / "var" / "run").mkdir(parents=True)
    (tmp_path / "var" / "run" / "database").write_text("postgresql://noted/one\n")

    noted = Env.read({}, checkout=tmp_path)
    stated = Env.read({"DATABASE_URL": "postgresql://stated/one"}, checkout=tmp_path)

    assert (noted.database_url, noted.database) == (None, "postgresql://noted/one")
    assert stated.database == "postgresql://stated/one"


def test_no_secret_is_shown_when_settings_are_printed() -> None:
    shown = repr(Env.read(PRODUCTION | {"VNEID_CLIENT_SECRET": "very-secret"}))

    assert KEY not in shown and "word" not in shown and "very-secret" not in shown


def test_production_with_all_it_needs_is_accepted() -> None:
    env = Env.read(PRODUCTION)

    assert env.hosts == ("dichvucong.example.vn",)
    assert env.public_url == "https://dichvucong.example.vn"
    assert env.vneid_issuer == ""
    assert not env.demo and not env.local_submission


@pytest.mark.parametrize(
    "key",
    ["", "short", "x" * 49, "django-insecure-" + "x" * 60, "changeme" * 10, new_secret()],
    ids=["empty", "short", "too_short", "django", "changeme", "of_a_demonstration"],
)
def test_production_refuses_a_default_secret(key: str) -> None:
    with pytest.raises(EnvError, match="SECRET_KEY"):
        Env.read(PRODUCTION | {"SECRET_KEY": key})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", ""),
        ("MOTCUA_HOSTS", " , "),
        ("MOTCUA_URL", "http://dichvucong.example.vn"),
        ("MOTCUA_URL", ""),
    ],
)
def test_production_refuses_to_guess(name: str, value: str) -> None:
    with pytest.raises(EnvError, match=name):
        Env.read(PRODUCTION | {name: value})


def test_production_needs_the_secret_of_its_sign_in_provider() -> None:
    with pytest.raises(EnvError, match="VNEID_CLIENT_SECRET"):
        Env.read(PRODUCTION | {"VNEID_ISSUER": "https://vneid.example.vn"})


def test_a_demonstration_pays_at_its_own_stand_in_and_production_nowhere_unasked() -> None:
    demo = Env.read({"PORT": "9000"})
    real = Env.read(PRODUCTION)

    assert (demo.payment_port, demo.payment_url) == (9002, "http://localhost:9002")
    assert (real.payment_url, real.payment_secret) == ("", "")


def test_a_payment_platform_needs_its_secret() -> None:
    with pytest.raises(EnvError, match="PAYMENT_SECRET"):
        Env.read(PRODUCTION | {"PAYMENT_URL": "https://pay.example.vn"})
