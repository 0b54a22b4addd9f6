# SPDX-License-Identifier: Apache-2.0
"""`make bench`: every figure in one JSON; SCALE=full takes longer rounds and more of them."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import psycopg

from bench import engine, first_load, lists, pages, peers, polls, stack, step
from bench.stack import Stack

FULL = os.environ.get("SCALE") == "full"
ROUNDS = 5 if FULL else 3
SECONDS = 20 if FULL else 5
REQUESTS = 1000 if FULL else 300
DOSSIERS = 1600 if FULL else 640
WALKED = "1.001193"
IDLE_SECONDS = 10


def main() -> int:
    """Run the benches one after another and print the JSON."""
    logging.disable(logging.WARNING)
    figures: dict[str, Any] = {"scale": "full" if FULL else "small", "load_before": os.getloadavg()}
    try:
        _measure(figures)
    finally:  # what was measured before a failure is worth keeping
        figures["load_after"] = os.getloadavg()
        json.dump(figures, sys.stdout, indent=2)
        print()
    return 0


def _measure(figures: dict[str, Any]) -> None:
    """Fill in the figures, one after another."""
    with stack.folder() as state:
        with stack.running(state) as system:
            figures["cold_start_seconds"] = round(system.ready_seconds, 1)
            _of_pages_and_steps(system, figures)
        with stack.running(state) as system:
            figures["warm_start_seconds"] = round(system.ready_seconds, 1)
            figures["memory"] = _memory(system, state)
            _say("a million dossiers")
            figures |= lists.measure(system)


def _of_pages_and_steps(system: Stack, found: dict[str, Any]) -> None:
    _say("dossiers and pages")
    walkers = step.clients(system, DOSSIERS)
    cookies = step.signed_in(system, step.SPECIALIST)
    found["first_load_bytes"] = first_load.measure(system.address)
    found |= pages.measure(system, cookies, rounds=ROUNDS, requests=REQUESTS)
    _say("screens that ask")
    found["polls"] = polls.measure(system, rounds=ROUNDS, requests=REQUESTS)
    _say("steps")
    found["step"] = step.measure(system, walkers, rounds=ROUNDS, seconds=SECONDS)
    _say("engines")
    with psycopg.connect(peers.beside(system.database_url), autocommit=True) as connection:
        found["engine"] = engine.compared(connection, dossiers=20, rounds=ROUNDS)


def _memory(system: Stack, state: Path) -> dict[str, Any]:
    """Walk one dossier, wait, and add up what every process holds."""
    _say("memory")
    walk = subprocess.run(
        [sys.executable, "-m", "motcua.faces.cli", "walk", "--procedure", WALKED, "--json"],
        env={**os.environ, "MOTCUA_STATE": str(state)}, capture_output=True, check=False,
    )  # fmt: skip
    time.sleep(IDLE_SECONDS)
    return {"walk_finished": walk.returncode == 0, "pss_mb": round(system.memory_mb(), 1)}


def _say(what: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
