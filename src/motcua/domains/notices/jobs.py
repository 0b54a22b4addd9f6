# SPDX-License-Identifier: Apache-2.0
"""Timed work of notices."""

from __future__ import annotations

from procrastinate.contrib.django import app

from motcua.domains.notices.acts.send_emails import send_emails
from motcua.kit import clock


@app.periodic(cron="* * * * * */5")
@app.task(queue="notices", queueing_lock="send_emails", name="notices.send_emails")
def post_letters(timestamp: int) -> None:
    """Empty the e-mail outbox every few seconds."""
    send_emails(at=clock.now())
