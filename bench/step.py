# SPDX-License-Identifier: Apache-2.0
"""One whole dossier step over HTTP, against the eight-statement step of pgbench."""

from __future__ import annotations

import asyncio
import os
import statistics
import subprocess
import sys
import time
from typing import Any
from uuid import uuid4

import psycopg
import uvloop

from bench import peers, web
from bench.stack import Stack
from motcua.kit import datafiles

CLIENTS = 16
SPECIALIST, LEADER = "binhnv102", "dungtq103"
PROPOSE, SEND_BACK = "propose", "return_back"


class Walker:
    """One client going to and fro between a specialist and a leader on dossiers of its own."""

    def __init__(self, stack: Stack, cookies: list[dict[str, str]], codes: list[list[str]]) -> None:
        self.port = stack.port
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


def measure(stack: Stack, *, rounds: int, seconds: int, dossiers: int) -> dict[str, Any]:
    """Alternate rounds of steps and pgbench; return rates, the ratio and statements a step."""
    beside = peers.prepare(stack.database_url)
    walkers = _walkers(stack, dossiers)
    ours, theirs, generator, statements = [], [], [], []
    _round(walkers, 1)
    for _ in range(rounds):
        calls, cpu, done = _statements(stack), time.process_time(), _done(walkers)
        ours.append(_round(walkers, seconds))
        generator.append((time.process_time() - cpu) / seconds)
        statements.append((_statements(stack) - calls) / (_done(walkers) - done))
        theirs.append(peers.eight_statements(beside, clients=CLIENTS, seconds=seconds))
    return {
        "clients": CLIENTS,
        "steps_per_second": round(statistics.median(ours), 1),
        "pgbench_per_second": round(statistics.median(theirs), 1),
        "ratio": round(statistics.median(ours) / statistics.median(theirs), 4),
        "sql_statements_per_step": round(statistics.median(statements), 2),
        "generator_cpu_share": round(statistics.median(generator), 3),
        "refused": sum(walker.refused for walker in walkers),
    }


def _walkers(stack: Stack, dossiers: int) -> list[Walker]:
    demo = datafiles.read_yaml(datafiles.root() / "demo" / "demo.yaml")
    cookies = [
        web.signed_in(stack.address, name, demo["password"]) for name in (SPECIALIST, LEADER)
    ]
    environ = {**os.environ, "DATABASE_URL": stack.database_url}
    made = subprocess.run(
        [sys.executable, "-m", "bench.dossiers", str(dossiers)],
        env=environ, check=True, capture_output=True, text=True,
    )  # fmt: skip
    codes = [line.split() for line in made.stdout.splitlines()]
    return [Walker(stack, cookies, codes[number::CLIENTS]) for number in range(CLIENTS)]


def _round(walkers: list[Walker], seconds: int) -> float:
    before, begun = _done(walkers), time.perf_counter()

    async def all_walk() -> None:
        await asyncio.gather(*(walker.walk(begun + seconds) for walker in walkers))

    uvloop.run(all_walk())
    return (_done(walkers) - before) / (time.perf_counter() - begun)


def _done(walkers: list[Walker]) -> int:
    return sum(walker.done for walker in walkers)


def _statements(stack: Stack) -> int:
    """Statements of the web processes so far, without BEGIN and COMMIT and without the relay's."""
    with psycopg.connect(stack.database_url) as connection:
        row = connection.execute(
            "SELECT coalesce(sum(calls), 0) FROM pg_stat_statements s"
            " JOIN pg_database d ON d.oid = s.dbid WHERE d.datname = current_database()"
            " AND query ~ '(dossiers_dossier|kit_command|people_|set_config|SET )'"
            " AND query !~ 'applicant_email|pg_stat_statements'"
        ).fetchone()
    return int(row[0])
