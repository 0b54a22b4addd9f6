# SPDX-License-Identifier: Apache-2.0
"""Timed work of payments: lost callbacks are recovered by asking, abandoned payments end."""

from __future__ import annotations

from procrastinate.contrib.django import app

from motcua.domains.payments.acts.ask_payment import ask_payment
from motcua.domains.payments.acts.expire_payments import expire_payments
from motcua.domains.payments.queries.online import to_ask
from motcua.kit import clock


@app.periodic(cron="* * * * * */20")
@app.task(queue="payments", queueing_lock="payments.watch", name="payments.watch")
def watch_online(timestamp: int) -> None:
    """Ask about every open payment, then end those whose time is over."""
    at = clock.now()
    for reference in to_ask(at):
        ask_payment(reference=reference, at=at)
    expire_payments(at=at)
