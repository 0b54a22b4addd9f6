# SPDX-License-Identifier: Apache-2.0
"""An officer's list at ten thousand and at a million dossiers, searches over two, statistics."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time
from typing import Any

import psycopg
import uvloop

from bench import grow, step, web
from bench.stack import Stack

SEEDED, MILLION = 10_000, 1_000_000
OFFICER = "hangntt221"  # a specialist of the department with the most dossiers
CLIENTS = 2
REQUESTS = 300


def measure(system: Stack) -> dict[str, Any]:
    """Seed, grow and measure in one database; the relay and the worker have nothing to do."""
    _motcua(system, "-m", "motcua.faces.cli", "seed", "--dossiers", str(SEEDED))
    cookies = step.signed_in(system, OFFICER)
    grow.grow(system.database_url, to=SEEDED)
    few = _list_ms(system, cookies)
    rows = grow.grow(system.database_url, to=MILLION)
    many = _list_ms(system, cookies)
    found: dict[str, Any] = {
        "list": {
            "rows": rows, "p95_ms": many[1], "p50_ms": many[0],
            "p95_ms_at_10000": few[1], "p50_ms_at_10000": few[0],
            "ratio_p95": round(many[1] / few[1], 2), "ratio_p50": round(many[0] / few[0], 2),
        }
    }  # fmt: skip
    rows = grow.grow(system.database_url, to=2 * MILLION)
    unit = str(_unit_of(system))
    searched = _motcua(system, "-m", "bench.searching", unit)
    counted = _motcua(system, "-m", "bench.counting", str(MILLION), unit)
    return found | {
        "search": {"rows": rows, **json.loads(searched)},
        "statistics": json.loads(counted),
    }


def _list_ms(system: Stack, cookies: dict[str, str]) -> tuple[float, float]:
    """Return median and 95th percentile of the time until a list is whole, in milliseconds."""
    times: list[float] = []

    async def ask(number: int) -> None:
        connection = web.Connection(system.port)
        await connection.open()
        request = web.head("GET", "/desk/", system.port, cookies)
        for _ in range(number):
            begun = time.perf_counter()
            if await connection.ask(request) != 200:
                raise SystemExit("the list does not answer")
            times.append((time.perf_counter() - begun) * 1000)

    async def all_ask(number: int) -> None:
        await asyncio.gather(*(ask(number) for _ in range(CLIENTS)))

    uvloop.run(all_ask(20))
    times.clear()
    uvloop.run(all_ask(REQUESTS // CLIENTS))
    times.sort()
    return round(times[len(times) // 2], 1), round(times[int(len(times) * 0.95)], 1)


def _unit_of(system: Stack) -> int:
    with psycopg.connect(system.database_url) as connection:
        row = connection.execute(
            "SELECT h.unit_id FROM people_holding h JOIN people_account a ON a.id = h.account_id"
            " WHERE a.sign_in_name = %s", [OFFICER],
        ).fetchone()  # fmt: skip
    return int(row[0])


def _motcua(system: Stack, *words: str) -> str:
    environ = {**os.environ, "DATABASE_URL": system.database_url}
    done = subprocess.run(
        [sys.executable, *words], env=environ, check=True, capture_output=True, text=True
    )
    return done.stdout
