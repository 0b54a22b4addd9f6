# SPDX-License-Identifier: Apache-2.0
"""Timed and long work of dossiers."""

from __future__ import annotations

from procrastinate.contrib.django import app

from motcua.domains.dossiers.acts.file_result import file_result
from motcua.domains.dossiers.acts.open_linked_parts import open_linked_parts
from motcua.domains.dossiers.queries.linkages import overlooked
from motcua.kit import audit, clock


@app.task(queue="papers", retry=5, name="dossiers.make_result")
def make_result(code: str) -> None:
    """Make the result paper of one dossier and open what waited for it; repeating is harmless."""
    file_result(code=code, at=clock.now())
    open_linked_parts(code=code, at=clock.now())


@app.periodic(cron="*/10 * * * *")
@app.task(queue="papers", queueing_lock="linked_parts", name="dossiers.open_overlooked_parts")
def open_overlooked_parts(timestamp: int) -> None:
    """Open the waiting parts whose turn has come but whose opening failed."""
    for code in overlooked():
        open_linked_parts(code=code, at=clock.now())


@app.periodic(cron="5 * * * *")
@app.task(queue="papers", queueing_lock="checkpoint", name="dossiers.checkpoint")
def seal_log(timestamp: int) -> None:
    """Seal the audit chains once an hour."""
    audit.checkpoint(at=clock.now())
