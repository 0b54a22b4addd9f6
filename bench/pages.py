# SPDX-License-Identifier: Apache-2.0
"""CPU of our pages against rival pages, served by one web server with the options of ours."""

from __future__ import annotations

import asyncio
import os
import statistics
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import uvloop

from bench import stack, web
from bench.stack import Stack

ROOT = Path(__file__).resolve().parents[1]
CLIENTS = 2
WARM_UP = 40
START_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Server:
    """A web server beside the system's own, on the same database."""

    stack: Stack
    pid: int
    port: int

    def cpu_ms(self, path: str, cookies: dict[str, str], requests: int) -> float:
        """CPU milliseconds of server and database for one request of this page."""
        server = psutil.Process(self.pid)
        watched = [server, *server.children(recursive=True), *self.stack.database_processes()]
        before = stack.cpu_seconds(watched)
        uvloop.run(_ask(self.port, path, cookies, requests))
        return (stack.cpu_seconds(watched) - before) * 1000 / requests


def measure(
    system: Stack, cookies: dict[str, str], *, rounds: int, requests: int
) -> dict[str, dict[str, Any]]:
    """Compare the inbox and the page of a procedure, in turn, while relay and worker rest."""
    pairs = {
        "inbox": ("/desk/", "/rival/inbox", cookies),
        "public_page": ("/thu-tuc/1.001193", "/rival/procedure/1.001193", {}),
    }
    with serving(system) as server, system.alone():
        return {name: _pair(server, *pair, rounds, requests) for name, pair in pairs.items()}


def _pair(
    server: Server, our: str, their: str, cookies: dict[str, str], rounds: int, requests: int
) -> dict[str, Any]:
    for path in (our, their):
        server.cpu_ms(path, cookies, WARM_UP)
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(server.cpu_ms(our, cookies, requests))
        theirs.append(server.cpu_ms(their, cookies, requests))
    return {
        "cpu_ms": round(statistics.median(ours), 2),
        "rival_cpu_ms": round(statistics.median(theirs), 2),
        "ratio": round(statistics.median(ours) / statistics.median(theirs), 3),
        "ratios": [round(mine / other, 3) for mine, other in zip(ours, theirs, strict=True)],
    }


@contextmanager
def serving(system: Stack) -> Iterator[Server]:
    """Start a web server like the system's own that knows the rival pages too."""
    running = system.named("granian")[0]
    port = stack.free_port()
    argv = running.cmdline()
    argv[argv.index("--port") + 1] = str(port)
    environ = {
        **running.environ(),
        "DJANGO_SETTINGS_MODULE": "bench.rival.settings",
        "PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH")))),
    }
    server = subprocess.Popen(argv, env=environ, cwd=ROOT)
    try:
        _wait(port)
        yield Server(system, server.pid, port)
    finally:
        server.terminate()
        server.wait(30)


def _wait(port: int) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"http://localhost:{port}/thu-tuc/1.001193")
        except urllib.error.HTTPError as error:
            raise SystemExit(f"the rival server answers {error.code}") from error
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the rival server did not start")


async def _ask(port: int, path: str, cookies: dict[str, str], requests: int) -> None:
    async def some(number: int) -> None:
        connection = web.Connection(port)
        await connection.open()
        for _ in range(number):
            status = await connection.ask(web.head("GET", path, port, cookies))
            if status != 200:
                raise SystemExit(f"{path} answers {status}")

    await asyncio.gather(*(some(requests // CLIENTS) for _ in range(CLIENTS)))
