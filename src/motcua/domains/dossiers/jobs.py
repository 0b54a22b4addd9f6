# SPDX-License-Identifier: Apache-2.0
"""Timed and long work of dossiers."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from motcua.domains.dossiers.acts.clear_unattached import clear_unattached
from motcua.domains.dossiers.acts.file_result import file_result
from motcua.domains.dossiers.acts.issue_slip import issue_slip
from motcua.domains.dossiers.acts.open_linked_parts import open_linked_parts
from motcua.domains.dossiers.acts.raise_alerts import raise_alerts
from motcua.domains.dossiers.acts.redate_open import redate_open
from motcua.domains.dossiers.acts.remind_supplements import remind_supplements
from motcua.domains.dossiers.acts.work_off_batch import work_off_batch
from motcua.domains.dossiers.ledger import By
from motcua.domains.dossiers.queries.batches import lying
from motcua.domains.dossiers.queries.linkages import overlooked
from motcua.domains.dossiers.slip_kinds import SlipKind
from motcua.domains.dossiers.slips.occasion import AUTOMATIC, occasions
from motcua.kit import audit, clock
from motcua.kit.access import SYSTEM


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


@app.task(queue="papers", retry=5, name="dossiers.issue_slips")
def issue_slips(code: str, since: str) -> None:
    """Issue the forms that report what happened since a moment (ISO); repeating changes nothing."""
    for occasion in occasions(code, (*AUTOMATIC, SlipKind.FEE_RECEIPT)):
        if occasion.at >= datetime.fromisoformat(since):
            by = By(SYSTEM, clock.now(), uuid4())
            issue_slip(by=by, code=code, kind=occasion.kind, about=occasion.about)


@app.task(queue="batches", name="dossiers.work_off")
def work_off(key: str) -> None:
    """Work off some rows of a run and queue the rest behind the other runs."""
    if work_off_batch(key=UUID(key), now=clock.now):
        take_up(key)


def take_up(key: str) -> None:
    """Queue a run unless it stands in the queue already."""
    with suppress(AlreadyEnqueued), transaction.atomic():
        work_off.configure(queueing_lock=f"batch:{key}").defer(key=key)


@app.periodic(cron="* * * * *")
@app.task(queue="batches", queueing_lock="lying_batches", name="dossiers.take_up_batches")
def take_up_batches(timestamp: int) -> None:
    """Take up runs whose worker was killed: nobody holds their lock any more."""
    for key in lying():
        take_up(str(key))


@app.periodic(cron="5 * * * *")
@app.task(queue="papers", queueing_lock="checkpoint", name="dossiers.checkpoint")
def seal_log(timestamp: int) -> None:
    """Seal the audit chains once an hour."""
    audit.checkpoint(at=clock.now())


@app.periodic(cron="* * * * *")
@app.task(queue="dossiers", queueing_lock="redate_open", name="dossiers.redate_open")
def redate_all(timestamp: int) -> None:
    """Carry changes of the calendar to their end.

    Every change queues this once it has settled; each minute it takes up what a killed worker left.
    """
    while redate_open(at=clock.now()):
        pass


@app.periodic(cron="*/10 * * * *")
@app.task(queue="dossiers", queueing_lock="raise_alerts", name="dossiers.raise_alerts")
def warn(timestamp: int) -> None:
    """Warn of due dates that come near or have passed."""
    after: int | None = 0
    while after is not None:
        after = raise_alerts(at=clock.now(), after=after)


@app.periodic(cron="20 * * * *")
@app.task(queue="dossiers", queueing_lock="remind_supplements", name="dossiers.remind_supplements")
def remind(timestamp: int) -> None:
    """Remind the applicants whose time to complete a dossier is nearly over."""
    while remind_supplements(at=clock.now()):
        pass


@app.periodic(cron="40 * * * *")
@app.task(queue="papers", queueing_lock="clear_unattached", name="dossiers.clear_unattached")
def clear_papers(timestamp: int) -> None:
    """Clear away once an hour what was sent for forms that nobody finished."""
    clear_unattached(at=clock.now())
