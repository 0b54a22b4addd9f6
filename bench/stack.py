# SPDX-License-Identifier: Apache-2.0
"""One real system of its own for the benches: `motcua up` in a folder that is thrown away."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

READY_SECONDS = 180


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

    def cpu_seconds(self) -> float:
        """CPU time of web, worker, relay and database so far."""
        total = 0.0
        for process in self.processes():
            times = process.cpu_times()
            total += times.user + times.system
        return total


@contextmanager
def running(state: Path) -> Iterator[Stack]:
    """Start the system on free ports in `state`, and stop it afterwards."""
    ports = {"PORT": str(_free_port()), "VNEID_PORT": str(_free_port())}
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


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
