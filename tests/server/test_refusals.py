# SPDX-License-Identifier: Apache-2.0
"""What stops a start is told in one clear sentence, with exit status 1 and nothing left running."""

from __future__ import annotations

import contextlib
import os
import selectors
import socket
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

from tests.server.running import CHECKOUT, MOTCUA, call, environment, free_ports

pytestmark = pytest.mark.server
AS_ROOT = os.geteuid() == 0
WITHOUT_RIGHTS = ("setpriv", "--bounding-set=-all", "--inh-caps=-all") if AS_ROOT else ()


def refused(done: subprocess.CompletedProcess[str]) -> str:
    """Check that a start was refused as it should be; return the sentence."""
    assert done.returncode == 1, done.stdout + done.stderr
    lines = done.stderr.splitlines()
    assert len(lines) == 1, done.stderr
    assert "Traceback" not in done.stdout
    return lines[0]


def up(state: Path, port: int | None = None, **more: str) -> subprocess.CompletedProcess[str]:
    return call("up", "--port", str(port or free_ports()), state=state, **more)


def up_without_rights(state: Path, port: int) -> subprocess.CompletedProcess[str]:
    """Start as somebody who may not do everything, as root does without its capabilities."""
    return subprocess.run(
        [*WITHOUT_RIGHTS, *MOTCUA, "up", "--port", str(port)],
        env=environment(state),
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("offset", [0, 1])
def test_a_busy_port_is_found_before_anything_starts(state: Path, offset: int) -> None:
    port = free_ports()
    with socket.create_server(("127.0.0.1", port + offset)):
        sentence = refused(up(state, port))

    assert f"Port {port + offset} is taken by another program" in sentence
    assert not (state / "log" / "postgres.log").exists()


def test_the_sentence_is_vietnamese_for_a_vietnamese_terminal(state: Path) -> None:
    port = free_ports()
    with socket.create_server(("127.0.0.1", port)):
        sentence = refused(up(state, port, LANG="vi_VN.UTF-8"))

    assert f"Cổng {port}" in sentence


def test_a_port_that_needs_a_right_is_refused(state: Path) -> None:
    sentence = refused(up_without_rights(state, 80))

    assert "Port 80 needs a right this account does not have" in sentence


def test_a_folder_without_permission_is_refused(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)

    sentence = refused(up_without_rights(closed / "var", free_ports()))

    assert f"No permission to write {closed}" in sentence


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "none", tmp_path], capture_output=True
    )
    if mounted.returncode:
        pytest.skip("only root may mount a small disk to fill")
    yield tmp_path
    subprocess.run(["umount", "-l", tmp_path], check=True)


def test_a_disk_without_room_is_refused(tiny_disk: Path) -> None:
    sentence = refused(up(tiny_disk / "var"))

    assert f"The disk of {tiny_disk}/var is full" in sentence


def test_a_disk_that_is_full_to_the_last_byte_is_refused(tiny_disk: Path) -> None:
    with contextlib.suppress(OSError), open(tiny_disk / "ballast", "wb") as ballast:
        while True:
            ballast.write(b"x" * 4096)
            ballast.flush()

    sentence = refused(up(tiny_disk / "var"))

    assert "The disk is full" in sentence


def test_a_platform_without_binaries_is_pointed_elsewhere(state: Path) -> None:
    sentence = refused(up(state, MOTCUA_POSTGRES="no_such_wheel"))

    assert "set DATABASE_URL to a PostgreSQL server of version 17 or later" in sentence


def test_a_database_that_does_not_answer_is_refused_without_telling_its_password(
    state: Path,
) -> None:
    port = free_ports()
    url = f"postgresql://motcua:very-secret@127.0.0.1:{port}/motcua"

    sentence = refused(up(state, DATABASE_URL=url))

    assert f"The database at 127.0.0.1:{port}/motcua cannot be reached" in sentence
    assert "Connection refused" in sentence and "very-secret" not in sentence


def test_something_else_than_a_database_address_is_refused(state: Path) -> None:
    assert "must begin with postgresql://" in refused(up(state, DATABASE_URL="mysql://x/y"))


def test_production_does_not_start_with_a_default_secret(state: Path) -> None:
    for secret in ("", "django-insecure-" + "x" * 60):
        sentence = refused(up(state, MOTCUA_MODE="production", SECRET_KEY=secret))

        assert "Production needs a SECRET_KEY of its own" in sentence


def test_a_command_that_needs_the_database_says_so_when_it_is_away(tmp_path: Path) -> None:
    sentence = refused(call("verify", "--json", state=tmp_path))

    assert "start the system by `make up` or set DATABASE_URL" in sentence


class OlderServer:
    """A door to the real server that makes it look like an older one.

    Only the version in the server's greeting is changed, to one of the same length.
    """

    def __init__(self, url: str, shown: bytes) -> None:
        parts = conninfo_to_dict(url)
        self.target = f"{parts['host']}/.s.PGSQL.{parts.get('port') or 5432}"
        with psycopg.connect(url) as connected:
            self.real = str(connected.info.parameter_status("server_version")).encode()
        self.shown = shown.ljust(len(self.real), b"0")
        self.door = socket.create_server(("127.0.0.1", 0))
        self.port = self.door.getsockname()[1]
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self) -> None:
        while True:
            try:
                client, _ = self.door.accept()
            except OSError:
                return
            threading.Thread(target=self.carry, args=(client,), daemon=True).start()

    def carry(self, client: socket.socket) -> None:
        server = socket.socket(socket.AF_UNIX)
        server.connect(self.target)
        with client, server, selectors.DefaultSelector() as ready:
            ready.register(client, selectors.EVENT_READ, server)
            ready.register(server, selectors.EVENT_READ, client)
            while True:
                for key, _ in ready.select():
                    words = key.fileobj.recv(65536)  # type: ignore[union-attr]
                    if not words:
                        return
                    key.data.sendall(words.replace(self.real, self.shown))


def test_a_too_old_postgresql_is_refused(state: Path, database_url: str) -> None:
    if os.environ.get("DATABASE_URL"):
        pytest.skip("the stated server is not ours to disguise")
    older = OlderServer(database_url, b"15.1")
    parts = conninfo_to_dict(database_url)
    url = f"postgresql://{parts['user']}:{parts['password']}@127.0.0.1:{older.port}/motcua"

    sentence = refused(up(state, DATABASE_URL=url))

    older.door.close()
    assert "The server is PostgreSQL 15; version 17 or later is needed." in sentence
