# SPDX-License-Identifier: Apache-2.0
"""Timed and long work of support."""

from __future__ import annotations

from procrastinate.contrib.django import app

from motcua.domains.support.acts.redate_open_petitions import redate_open_petitions
from motcua.kit import clock


@app.periodic(cron="* * * * *")
@app.task(queue="support", queueing_lock="redate_petitions", name="support.redate_petitions")
def redate_all(timestamp: int) -> None:
    """Carry changes of the calendar to their end.

    Every change queues this once it has settled; each minute it takes up what a killed worker left.
    """
    while redate_open_petitions(at=clock.now()):
        pass
