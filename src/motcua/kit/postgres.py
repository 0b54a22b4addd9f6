# SPDX-License-Identifier: Apache-2.0
"""The embedded PostgreSQL cluster: made once, run as a child, reached by a Unix socket only."""

from __future__ import annotations

import hashlib
import re
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from motcua.kit.env import read_text
from motcua.kit.pgplaces import Places, socket_url
from motcua.kit.processes import Child, Owner, open_private, spawn, stop, wait_until
from motcua.kit.refusal import Refusal
from motcua.rules.words import N_

DATABASE = "motcua"
ROLE = "motcua"
SUPERUSER = "postgres"
RETRY_SECONDS = 8.0
RECOVERY_SECONDS = 600.0
PAUSE_SECONDS = 0.25
ENVIRON = {"PATH": "/usr/bin:/bin", "HOME": "/", "LANG": "C.UTF-8", "TZ": "UTC"}

# Errors are logged without their detail, statement and parameters: those hold people's data.
OPTIONS: Mapping[str, str] = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "shared_buffers": "256MB",
    "effective_cache_size": "1GB",
    "wal_buffers": "4MB",
    "work_mem": "8MB",
    "maintenance_work_mem": "128MB",
    "max_wal_size": "2GB",
    "random_page_cost": "1.1",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "shared_preload_libraries": "pg_stat_statements",
    "log_line_prefix": "%m ",
    "log_error_verbosity": "terse",
    "log_min_error_statement": "panic",
    "log_parameter_max_length_on_error": "0",
}
NOT_DURABLE: Mapping[str, str] = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "128MB",
}

_BOOTSTRAP = f"""
SELECT 'CREATE ROLE {ROLE} LOGIN CREATEDB IN ROLE pg_monitor PASSWORD ''%(password)s'''
    WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{ROLE}') \\gexec
SELECT 'CREATE DATABASE {DATABASE} OWNER {ROLE}'
    WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '{DATABASE}') \\gexec
\\connect {DATABASE}
CREATE EXTENSION IF NOT EXISTS pg_stat_statements;
"""


@dataclass(slots=True)
class Cluster:
    """One cluster in its places; `options` override the server's settings (tests only)."""

    places: Places
    log: Path
    options: Mapping[str, str] = field(default_factory=dict)

    def url(self, *, database: str = DATABASE, user: str = ROLE) -> str:
        """Return the address of a database of this cluster, password included."""
        return socket_url(
            folder=str(self.places.socket),
            user=user,
            password=self._password(user),
            database=database,
        )

    def child(self) -> Child:
        """Return how the server is run; SIGINT is PostgreSQL's fast shutdown."""
        options = {
            **OPTIONS,
            **self.options,
            "unix_socket_directories": str(self.places.socket),
        }
        told = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
        return Child(
            name="postgres",
            argv=[self.places.binaries / "bin" / "postgres", "-D", self.places.pgdata, *told],
            environ=ENVIRON,
            log=self.log,
            stop_signal=signal.SIGINT,
            stop_seconds=30.0,
            owner=self.places.owner,
        )

    def exists(self) -> bool:
        """Return whether the cluster has been made. Raises `Refusal` if by another PostgreSQL."""
        made_by = read_text(self.places.pgdata / "PG_VERSION")
        if made_by is not None:
            self._check_major(made_by)
        return made_by is not None

    def create(self) -> None:
        """Make the cluster.

        It is made beside its place and moved there when complete, so that a half-made one is
        never taken for a whole one. Raises `Refusal`.
        """
        partial = self.places.home / "data.new"
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(mode=0o700)
        self.places.give(partial)
        try:
            self._initdb(partial)
            partial.rename(self.places.pgdata)
        finally:
            shutil.rmtree(partial, ignore_errors=True)

    def start(self) -> subprocess.Popen[bytes]:
        """Start the server and return once it answers.

        After a kill -9 the old server's own children may live a few seconds more, and its lock
        file may name a process nobody has reaped yet: both pass, so the start is tried again.
        """
        deadline = time.monotonic() + RETRY_SECONDS
        while True:
            process = spawn(self.child())
            if self._answers(process):
                return process
            stop(process, self.child())
            if time.monotonic() > deadline:
                reason = last_line(self.log.read_text("utf-8", "replace"))
                raise Refusal(N_("PostgreSQL did not start: %(reason)s"), reason=reason)
            time.sleep(PAUSE_SECONDS)

    def prepare(self) -> None:
        """Make the program's own role and database where they are missing."""
        done = self._run(
            *("psql", "-qXtA", "-v", "ON_ERROR_STOP=1", *self._server()),
            script=_BOOTSTRAP % {"password": self._password(ROLE)},
        )
        _check(done)

    def ready(self) -> bool:
        """Return whether the server takes connections."""
        return self._run("pg_isready", "-q", *self._server()).returncode == 0

    def _server(self) -> tuple[str, ...]:
        return "-h", str(self.places.socket), "-U", SUPERUSER, "-d", "postgres"

    def _answers(self, process: subprocess.Popen[bytes]) -> bool:
        wait_until(lambda: process.poll() is not None or self.ready(), seconds=RECOVERY_SECONDS)
        return process.poll() is None

    def _initdb(self, folder: Path) -> None:
        with tempfile.NamedTemporaryFile("w", dir=self.places.home, encoding="utf-8") as secret:
            secret.write(self._password(SUPERUSER))
            secret.flush()
            self.places.give(Path(secret.name))
            made = self._run(
                *("initdb", "-D", str(folder), "-U", SUPERUSER, "--pwfile", secret.name),
                *("-A", "scram-sha-256", "-E", "UTF8", "--data-checksums", "--locale=C.UTF-8"),
                *("--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
                *(["--no-sync"] if self.options.get("fsync") == "off" else []),
                owner=self.places.owner,
            )
        _check(made)

    def _check_major(self, found: str) -> None:
        ours = re.findall(r"\d+", self._run("postgres", "--version").stdout)[0]
        if found != ours:
            raise Refusal(
                N_("The database in %(path)s was made by PostgreSQL %(found)s and cannot be opened"
                   " by PostgreSQL %(ours)s: move it with pg_upgrade, or begin anew with"
                   " `make reset`."),
                path=self.places.pgdata, found=found, ours=ours,
            )  # fmt: skip

    def _password(self, user: str) -> str:
        path = self.places.home / "password"
        known = read_text(path)
        if known is None:
            known = secrets.token_urlsafe(32)
            with open_private(path) as file:
                file.write(known + "\n")
        return hashlib.sha256(f"{user}:{known}".encode()).hexdigest()

    def _run(
        self, program: str, *words: str, script: str = "", owner: Owner | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.places.binaries / "bin" / program, *words],
            env={**ENVIRON, "PGPASSWORD": self._password(SUPERUSER)},
            input=script,
            capture_output=True,
            text=True,
            cwd="/",
            user=owner.uid if owner else None,
            group=owner.gid if owner else None,
            extra_groups=[] if owner else None,
        )


def _check(done: subprocess.CompletedProcess[str]) -> None:
    if done.returncode:
        raise Refusal(
            N_("PostgreSQL could not be set up: %(reason)s"), reason=last_line(done.stderr)
        )


def last_line(text: str) -> str:
    """Return the last line that says something, without PostgreSQL's own time stamp."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return re.sub(r"^[-0-9:. ]+ UTC ", "", lines[-1]) if lines else "?"
