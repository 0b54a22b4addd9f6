# SPDX-License-Identifier: Apache-2.0
"""One real system of its own for the benches: `motcua up` in a folder that is thrown away."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil
import psycopg

READY_SECONDS = 180
PORTS = ("PORT", "VNEID_PORT", "PAYMENT_PORT", "MESSAGING_PORT")
OPEN = (
    "SELECT 1 FROM kit_outboxevent WHERE state = 0 UNION ALL"
    " SELECT 1 FROM procrastinate_jobs WHERE status IN ('todo', 'doing')"
    " AND (scheduled_at IS NULL OR scheduled_at <= now())"
    " UNION ALL SELECT 1 FROM notices_message WHERE state = 'waiting'"
    " AND (send_at IS NULL OR send_at <= now()) LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class Stack:
    """Where the system answers and where its database is."""

    address: str
    database_url: str
    pid: int
    ready_seconds: float

    @property
    def port(self) -> int:
        """The port of the pages."""
        return int(self.address.rpartition(":")[2])

    def processes(self) -> list[psutil.Process]:
        """The supervisor and everything below it."""
        supervisor = psutil.Process(self.pid)
        return [supervisor, *supervisor.children(recursive=True)]

    def named(self, *words: str) -> list[psutil.Process]:
        """The processes whose command line holds one of the words."""
        return [
            process for process in self.processes() if any(word in _line(process) for word in words)
        ]

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Let relay and worker stand still, so that what happens belongs to the pages."""
        resting = self.named(" relay", " worker")
        for process in resting:
            process.suspend()
        try:
            yield
        finally:
            for process in resting:
                process.resume()

    def settle(self) -> None:
        """Wait until every event is told, job done and message sent: no round pays another's."""
        with psycopg.connect(self.database_url, autocommit=True) as connection:
            while connection.execute(OPEN).fetchone():
                time.sleep(0.05)

    def database_processes(self) -> list[psutil.Process]:
        """The database server and its connections."""
        return self.named("postgres")

    def memory_mb(self) -> float:
        """Sum of PSS, every process of the system counted."""
        return sum(_pss_kb(process.pid) for process in self.processes()) / 1024


def cpu_seconds(processes: Iterable[psutil.Process]) -> float:
    """CPU time these processes have used so far; those that have ended count for nothing."""
    total = 0.0
    for process in processes:
        with suppress(psutil.NoSuchProcess):
            times = process.cpu_times()
            total += times.user + times.system
    return total


def _line(process: psutil.Process) -> str:
    """The command line, "" of a process that has ended meanwhile."""
    with suppress(psutil.NoSuchProcess):
        return " ".join(process.cmdline())
    return ""


def _pss_kb(pid: int) -> int:
    try:
        found = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.M)
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return int(found[1]) if found else 0


@contextmanager
def running(state: Path) -> Iterator[Stack]:
    """Start the system on free ports in `state`, and stop it afterwards."""
    ports = {name: str(free_port()) for name in PORTS}
    environ = {**os.environ, **ports, "MOTCUA_STATE": str(state)}
    begun = time.monotonic()
    log = (state / "bench.log").open("ab")
    supervisor = subprocess.Popen(
        [sys.executable, "-m", "motcua.faces.cli", "up"], env=environ, stdout=log, stderr=log
    )
    try:
        note = state / "run" / "address"
        while not note.exists() or note.stat().st_mtime < time.time() - (time.monotonic() - begun):
            if supervisor.poll() is not None or time.monotonic() - begun > READY_SECONDS:
                raise SystemExit(f"the system did not start; see {state}/bench.log")
            time.sleep(0.05)
        yield Stack(
            note.read_text().strip(),
            (state / "run" / "database").read_text().strip(),
            supervisor.pid,
            time.monotonic() - begun,
        )
    finally:
        supervisor.send_signal(signal.SIGTERM)
        supervisor.wait(60)


@contextmanager
def folder() -> Iterator[Path]:
    """A state folder with its database cluster, removed afterwards."""
    state = Path(tempfile.mkdtemp(prefix="motcua-bench-"))
    try:
        yield state
    finally:
        subprocess.run(
            [sys.executable, "-m", "motcua.faces.cli", "reset"],
            env={**os.environ, "MOTCUA_STATE": str(state)},
            input=b"reset\n", stdout=subprocess.DEVNULL, check=False,
        )  # fmt: skip
        shutil.rmtree(state, ignore_errors=True)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
