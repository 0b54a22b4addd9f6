# SPDX-License-Identifier: Apache-2.0
"""What screens cost that ask every fifteen seconds whether the queue has changed."""

from __future__ import annotations

import statistics
from typing import Any

import uvloop

from bench import stack, step, web
from bench.stack import Stack

COUNTERS, EVERY_SECONDS = 300, 15
OFFICER = "lannt101"  # at the counter of the ward of Kinh Bac
WALL = "/man-hinh/09187/so"
LIVE = "/desk/queue/live"


def measure(system: Stack, *, rounds: int, requests: int) -> dict[str, Any]:
    """CPU of web server and database for unchanged answers, as a share of one core."""
    cookies = step.signed_in(system, OFFICER)
    with system.alone():
        counter = _cpu_ms(system, LIVE, cookies, rounds, requests)
        wall = _cpu_ms(system, WALL, {}, rounds, requests)
    share = (COUNTERS * counter + wall) / EVERY_SECONDS / 1000
    return {
        "counter_cpu_ms": round(counter, 2),
        "wall_cpu_ms": round(wall, 2),
        "counters": COUNTERS,
        "share_of_a_core": round(share, 4),
    }


def _cpu_ms(system: Stack, path: str, cookies: dict[str, str], rounds: int, requests: int) -> float:
    mark = web.mark_of(system.address + path, cookies)
    request = web.head("GET", path, system.port, cookies, mark=mark)
    watched = [*system.named("granian"), *system.database_processes()]
    found = []
    for _ in range(rounds):
        before = stack.cpu_seconds(watched)
        uvloop.run(_ask(system.port, request, requests))
        found.append((stack.cpu_seconds(watched) - before) * 1000 / requests)
    return statistics.median(found)


async def _ask(port: int, request: bytes, times: int) -> None:
    connection = web.Connection(port)
    await connection.open()
    for _ in range(times):
        status = await connection.ask(request)
        if status != 304:
            raise SystemExit(f"an unchanged queue answered {status}")
