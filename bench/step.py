# SPDX-License-Identifier: Apache-2.0
"""One whole dossier step over HTTP, against pgbench's step and SpiffWorkflow's saved one."""

from __future__ import annotations

import asyncio
import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import psycopg
import uvloop

from bench import engine, peers, stack, web
from bench.stack import Stack
from motcua.kit import datafiles

CLIENTS = 16
SPIFF_DOSSIERS = 30
SPECIALIST, LEADER = "binhnv102", "dungtq103"
PROPOSE, SEND_BACK = "propose", "return_back"


class Walker:
    """One client going to and fro between a specialist and a leader on dossiers of its own."""

    def __init__(
        self, system: Stack, cookies: list[dict[str, str]], codes: list[list[str]]
    ) -> None:
        self.port = system.port
        self.cookies = cookies
        self.places = [(code, int(seq)) for code, seq in codes]
        self.turn = 0
        self.done = 0
        self.refused = 0

    async def walk(self, until: float) -> None:
        """Take steps until the moment comes."""
        connection = web.Connection(self.port)
        await connection.open()
        while time.perf_counter() < until:
            await self._step(connection)

    async def _step(self, connection: web.Connection) -> None:
        at = self.turn % len(self.places)
        code, seq = self.places[at]
        back = (self.turn // len(self.places)) % 2
        cookies = self.cookies[back]
        body = (
            f"csrfmiddlewaretoken={cookies['csrftoken']}&key={uuid4()}&seen={seq}"
            f"&action={SEND_BACK if back else PROPOSE}"
        ).encode()
        head = web.head("POST", f"/desk/{code}/advance", self.port, cookies, len(body))
        status = await connection.ask(head + body)
        self.turn += 1
        if status == 303:
            self.done += 1
            self.places[at] = (code, seq + 1)
        else:
            self.refused += 1


@dataclass(slots=True)
class Rounds:
    """What the rounds of one run gave, one entry a round."""

    ours: list[float] = field(default_factory=list)
    our_cpu_ms: list[float] = field(default_factory=list)
    pgbench: list[float] = field(default_factory=list)
    pgbench_cpu_ms: list[float] = field(default_factory=list)
    spiff: list[float] = field(default_factory=list)
    apart: list[float] = field(default_factory=list)
    generator: list[float] = field(default_factory=list)

    def take_ours(self, system: Stack, walkers: list[Walker], seconds: int) -> None:
        """Walk for some seconds, until the relay has told all of it."""
        cpu, own, done = stack.cpu_seconds(system.processes()), time.process_time(), _done(walkers)
        self.ours.append(_round(walkers, seconds))
        self.generator.append((time.process_time() - own) / seconds)
        system.settle()
        used = stack.cpu_seconds(system.processes()) - cpu
        self.our_cpu_ms.append(used * 1000 / (_done(walkers) - done))

    def take_pgbench(self, system: Stack, address: str, seconds: int) -> None:
        """Run pgbench; the server's CPU without pgbench's own."""
        with peers.backends(system) as watched:
            rate = peers.eight_statements(address, clients=CLIENTS, seconds=seconds)
        self.pgbench.append(rate)
        self.pgbench_cpu_ms.append(watched.cpu_seconds * 1000 / (rate * seconds))

    def take_spiff(self, theirs: engine.Theirs) -> None:
        """Walk some dossiers by SpiffWorkflow: as it saves by itself, and with its model apart."""
        for walk, rates in ((theirs.persisted, self.spiff), (theirs.persisted_apart, self.apart)):
            begun = time.perf_counter()
            rates.append(walk(SPIFF_DOSSIERS) / (time.perf_counter() - begun))


def measure(system: Stack, walkers: list[Walker], *, rounds: int, seconds: int) -> dict[str, Any]:
    """Alternate our steps over HTTP, pgbench and SpiffWorkflow in one database server."""
    beside = peers.prepare(system.database_url)
    taken = Rounds()
    _round(walkers, 2)
    system.settle()
    with psycopg.connect(beside, autocommit=True) as connection:
        theirs = engine.Theirs(connection)
        connection.execute(engine.TABLES)
        for _ in range(rounds):
            taken.take_ours(system, walkers, seconds)
            taken.take_pgbench(system, beside, seconds)
            taken.take_spiff(theirs)
    ours, pgbench, spiff = (statistics.median(x) for x in (taken.ours, taken.pgbench, taken.spiff))
    return {
        "clients": CLIENTS,
        "steps_per_second": round(ours, 1),
        "pgbench_per_second": round(pgbench, 1),
        "ratio": round(ours / pgbench, 4),
        "ratios": [round(a / b, 4) for a, b in zip(taken.ours, taken.pgbench, strict=True)],
        "cpu_ms_per_step": round(statistics.median(taken.our_cpu_ms), 2),
        "pgbench_cpu_ms": round(statistics.median(taken.pgbench_cpu_ms), 2),
        "spiff_per_second": round(spiff, 1),
        "times_spiff": round(ours / spiff, 2),
        "times_spiff_model_apart": round(ours / statistics.median(taken.apart), 2),
        "sql_statements_per_step": _statements_a_step(system, walkers),
        "generator_cpu_share": round(statistics.median(taken.generator), 3),
        "refused": sum(walker.refused for walker in walkers),
    }


def _statements_a_step(system: Stack, walkers: list[Walker]) -> float:
    """Count every statement of the pages but BEGIN and COMMIT, while relay and worker rest."""
    with system.alone():
        before, done = _statements(system), _done(walkers)
        _round(walkers, 2)
        return round((_statements(system) - before) / (_done(walkers) - done), 2)


def clients(system: Stack, dossiers: int) -> list[Walker]:
    """Sign two officials in and deal out dossiers that lie before the first of them."""
    cookies = [signed_in(system, name) for name in (SPECIALIST, LEADER)]
    environ = {**os.environ, "DATABASE_URL": system.database_url}
    made = subprocess.run(
        [sys.executable, "-m", "bench.dossiers", str(dossiers)],
        env=environ, check=True, capture_output=True, text=True,
    )  # fmt: skip
    codes = [line.split() for line in made.stdout.splitlines()]
    return [Walker(system, cookies, codes[number::CLIENTS]) for number in range(CLIENTS)]


def signed_in(system: Stack, name: str) -> dict[str, str]:
    """Return the cookies of an official of the demonstration."""
    demo = datafiles.read_yaml(datafiles.root() / "demo" / "demo.yaml")
    return web.signed_in(system.address, name, demo["password"])


def _round(walkers: list[Walker], seconds: int) -> float:
    before, begun = _done(walkers), time.perf_counter()

    async def all_walk() -> None:
        await asyncio.gather(*(walker.walk(begun + seconds) for walker in walkers))

    uvloop.run(all_walk())
    return (_done(walkers) - before) / (time.perf_counter() - begun)


def _done(walkers: list[Walker]) -> int:
    return sum(walker.done for walker in walkers)


def _statements(system: Stack) -> int:
    with psycopg.connect(system.database_url) as connection:
        row = connection.execute(
            "SELECT coalesce(sum(calls), 0) FROM pg_stat_statements s"
            " JOIN pg_database d ON d.oid = s.dbid WHERE d.datname = current_database()"
            " AND toplevel AND query !~* '^(BEGIN|COMMIT)' AND query !~ 'pg_stat_statements'"
        ).fetchone()
    return int(row[0])
