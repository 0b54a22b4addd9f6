# SPDX-License-Identifier: Apache-2.0
"""What stands in the way is found before anything starts, and told in one sentence."""

from __future__ import annotations

import errno
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from motcua.kit import premises
from motcua.kit.env import Env, read_text
from motcua.kit.processes import wait_until
from motcua.kit.refusal import Refusal


@pytest.fixture
def env(tmp_path: Path) -> Env:
    found = Env.read({"MOTCUA_STATE": str(tmp_path / "var"), "PORT": "8123"})
    premises.make_folders(found)
    return found


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "The disk is full: "),
        (errno.EDQUOT, "The disk is full: "),
        (errno.EACCES, "No permission to write "),
        (errno.EPERM, "No permission to write "),
        (errno.EROFS, "mounted read-only"),
        (errno.EIO, "cannot be used: Input/output error."),
    ],
)
def test_what_the_disk_says_becomes_a_sentence(number: int, words: str, tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused, premises.disk_refusals(tmp_path):
        raise OSError(number, "?", str(tmp_path / "file"))

    assert words in str(refused.value) and str(tmp_path / "file") in str(refused.value)


def test_a_file_in_the_place_of_the_state_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "var").touch()
    env = Env.read({"MOTCUA_STATE": str(tmp_path / "var" / "deep")})

    with pytest.raises(Refusal, match="Not a directory"):
        premises.make_folders(env)


def test_secrets_are_kept_where_others_cannot_look(env: Env) -> None:
    premises.store_secret(env)

    assert env.secret_root.stat().st_mode & 0o777 == 0o700
    assert (env.secret_root / "key").stat().st_mode & 0o777 == 0o600


def test_the_secret_of_a_demonstration_stays_the_same(env: Env) -> None:
    premises.store_secret(env)
    first = read_text(env.secret_root / "key")

    premises.store_secret(env)

    assert first and read_text(env.secret_root / "key") == first


def test_a_disk_without_room_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(premises, "NEEDED_BYTES", 2**62)

    with pytest.raises(Refusal, match="full"):
        premises.check_space(tmp_path)


def test_a_second_claim_is_told_where_the_first_is(env: Env) -> None:
    (env.run_root / "address").write_text("http://localhost:8123\n")

    with premises.claim(env), pytest.raises(Refusal, match="already running .*localhost:8123"):
        premises.claim(env)


def test_a_claim_ends_with_its_file(env: Env) -> None:
    with premises.claim(env):
        during = premises.claimed(env)

    assert during and not premises.claimed(env)


def test_a_taken_port_is_refused_and_another_proposed(taken_port: int) -> None:
    said = f"Port {taken_port} is taken .* VNEID_PORT={taken_port + 10}"
    with pytest.raises(Refusal, match=said):
        premises.check_port("127.0.0.1", taken_port, "VNEID_PORT")


def test_a_free_port_is_fine(taken_port: int) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

    assert premises.check_port("127.0.0.1", port, "PORT") is None


def test_a_port_that_becomes_free_in_time_is_fine() -> None:
    server = socket.create_server(("127.0.0.1", 0))
    port = server.getsockname()[1]
    attempts = iter([None, server.close])

    def free(host: str, port: int) -> bool:
        action = next(attempts, None)
        if action:
            action()
        return original(host, port)

    original = premises._free
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(premises, "_free", free)

        assert premises.check_port("127.0.0.1", port, "PORT", seconds=5.0) is None


def test_an_address_that_is_not_ours_is_refused() -> None:
    with pytest.raises(Refusal, match="192.0.2.1 cannot be listened on"):
        premises.check_port("192.0.2.1", 8123, "PORT")


def test_children_of_a_killed_supervisor_are_ended(tmp_path: Path) -> None:
    code = "import time; time.sleep(60)"
    environ = {**os.environ, premises.MARK: str(tmp_path)}
    left = subprocess.Popen([sys.executable, "-c", code], env=environ)
    other = subprocess.Popen([sys.executable, "-c", code], env={premises.MARK: "/elsewhere"})
    assert wait_until(lambda: has_environ(left.pid) and has_environ(other.pid), seconds=10)

    ended = premises.end_leftovers(tmp_path)

    survived = other.poll() is None
    other.kill()
    assert ended == 1 and left.poll() is not None and survived
    other.wait()


def has_environ(pid: int) -> bool:
    return premises.MARK.encode() in Path(f"/proc/{pid}/environ").read_bytes()


def test_all_that_was_stored_can_be_removed_and_nothing_else(env: Env) -> None:
    (env.files_root / "paper").write_text("x")
    (env.state / "of-somebody-else").write_text("x")

    premises.remove(premises.belongings(env))

    assert [path.name for path in env.state.iterdir()] == ["of-somebody-else"]


def test_a_folder_that_never_was_ours_has_no_belongings(tmp_path: Path) -> None:
    (tmp_path / "log").mkdir()
    env = Env.read({"MOTCUA_STATE": str(tmp_path)})

    assert premises.belongings(env) == []
