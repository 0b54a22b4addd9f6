# SPDX-License-Identifier: Apache-2.0
"""Timed and long work of dossiers."""

from __future__ import annotations

from procrastinate.contrib.django import app

from motcua.domains.dossiers.acts.file_result import file_result
from motcua.kit import audit, clock


@app.task(queue="papers", retry=5, name="dossiers.make_result")
def make_result(code: str) -> None:
    """Make the result paper of one dossier; repeating it changes nothing."""
    file_result(code=code, at=clock.now())


@app.periodic(cron="5 * * * *")
@app.task(queue="papers", queueing_lock="checkpoint", name="dossiers.checkpoint")
def seal_log(timestamp: int) -> None:
    """Seal the audit chains once an hour."""
    audit.checkpoint(at=clock.now())
