# SPDX-License-Identifier: Apache-2.0
"""Timed and long work of the vault."""

from __future__ import annotations

from procrastinate.contrib.django import app

from motcua.domains.vault.acts.read_paper import read_paper
from motcua.domains.vault.acts.scan_files import scan_files
from motcua.kit import clock

AT_ONCE = 20


@app.periodic(cron="* * * * *")
@app.task(queue="papers", queueing_lock="scan_files", name="vault.scan_files")
def scan_what_waits(timestamp: int) -> None:
    """Scan what the scanner has not seen yet, once a minute."""
    scan_files(at=clock.now())


@app.periodic(cron="* * * * * */10")
@app.task(queue="papers", queueing_lock="read_paper", name="vault.read_papers")
def read_what_waits(timestamp: int) -> None:
    """Read the files that wait, a few at a time, the oldest first."""
    for _ in range(AT_ONCE):
        if not read_paper(at=clock.now()):
            return
