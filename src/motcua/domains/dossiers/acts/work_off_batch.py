# SPDX-License-Identifier: Apache-2.0
"""Carry out the waiting rows of a run, each by its single act."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import OperationalError, connection, transaction
from django.utils.translation import gettext, override

from motcua.domains.dossiers.acts.advance import advance
from motcua.domains.dossiers.acts.assign import assign
from motcua.domains.dossiers.acts.issue_slip import issue_slip
from motcua.domains.dossiers.acts.return_result import return_result
from motcua.domains.dossiers.batches import chain_of
from motcua.domains.dossiers.ledger import By
from motcua.domains.dossiers.models import BatchRow, BatchRun
from motcua.domains.dossiers.models.batch import RowState, Verb
from motcua.domains.dossiers.together import volumes
from motcua.domains.people import queries as people
from motcua.domains.vault import queries as vault
from motcua.kit import audit
from motcua.kit.access import SYSTEM, Actor, ActorKind
from motcua.kit.faults import Fault, NotFound

log = logging.getLogger(__name__)

SLICE = 25
LOCK = 6_230_702  # advisory lock class: one worker at a run

Choices = Mapping[str, Any]


def work_off_batch(*, key: UUID, now: Callable[[], datetime], slices: int = 8) -> bool:
    """Work off some slices of a run; returns whether rows are left for another turn.

    Each row is its single act in a transaction of its own, under a key derived from run and place:
    however often a slice is repeated, also after a kill, each row has one effect. A refusal is
    noted at its row and the next one follows. The posts are read anew for every slice. A second
    worker at the same run leaves at once.
    """
    run = BatchRun.objects.filter(key=key).first()
    if run is None:
        raise NotFound
    with _alone(run.pk) as alone:
        if not alone:
            return False
        for _ in range(slices):
            rows = _waiting(run.pk)
            if not rows:
                _finish(run.pk, now())
                return False
            _slice(run, rows, now)
    return True


@contextmanager
def _alone(run_id: int) -> Any:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [LOCK, run_id])
        taken = bool(cursor.fetchone()[0])
    try:
        yield taken
    finally:
        if taken:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [LOCK, run_id])


def _waiting(run_id: int) -> list[BatchRow]:
    rows = BatchRow.objects.filter(run_id=run_id, state=RowState.WAITING)
    return list(rows.order_by("place")[:SLICE])


def _slice(run: BatchRun, rows: Sequence[BatchRow], now: Callable[[], datetime]) -> None:
    actor = _actor(run, now())
    with override(str(run.choices.get("language") or "vi")):
        for row in rows:
            _work(run, row, By(actor, now(), uuid5(run.key, str(row.place)), row.seen))
    worked = BatchRow.objects.select_for_update().filter(
        pk__in=[row.pk for row in rows], state=RowState.WAITING
    )
    with transaction.atomic():
        still = set(worked.values_list("pk", flat=True))  # the others were cancelled meanwhile
        done = [row for row in rows if row.pk in still or row.state == RowState.DONE]
        BatchRow.objects.bulk_update(done, ["state", "said", "paper_id", "at"])


def _actor(run: BatchRun, at: datetime) -> Actor:
    """Return whoever started the run, with the posts of this moment; a closed account has none."""
    try:
        return people.actor_of(run.account_id, at)
    except NotFound:
        card = people.account(run.account_id)
        return Actor(card.code, card.full_name, ActorKind.OFFICIAL, card.id)


def _work(run: BatchRun, row: BatchRow, by: By) -> None:
    """Carry out one row and note on it what came of it."""
    row.at, row.state, row.said = by.at, RowState.FAILED, ""
    try:
        row.paper_id = PERFORM[Verb(run.verb)](by, row.dossier_code, run.choices)
        row.state = RowState.DONE
    except Fault as fault:
        row.said = str(fault)[:500]
    except OperationalError:
        raise
    except Exception:
        log.exception("a row of a batch failed: run=%s place=%s", run.key, row.place)
        row.said = gettext("An error of the system; it was written down. Try this one by itself.")


def _advance(by: By, code: str, choices: Choices) -> None:
    advance(by=by, code=code, action=choices["action"], note=choices.get("note", ""))


def _assign(by: By, code: str, choices: Choices) -> None:
    assign(by=by, code=code, account_id=choices["account_id"])


def _return(by: By, code: str, choices: Choices) -> None:
    return_result(by=by, code=code, to=choices.get("to", "counter"))


def _print(by: By, code: str, choices: Choices) -> int:
    return vault.paper(issue_slip(by=by, code=code, kind=choices["kind"]).paper_code).id


PERFORM: Mapping[Verb, Callable[[By, str, Choices], int | None]] = {
    Verb.ADVANCE: _advance,
    Verb.ASSIGN: _assign,
    Verb.RETURN: _return,
    Verb.PRINT: _print,
}


@transaction.atomic
def _finish(run_id: int, at: datetime) -> None:
    run = BatchRun.objects.select_for_update().get(pk=run_id)
    if run.finished_at:
        return
    if run.verb == Verb.PRINT:
        run.volumes = volumes(run, at)
    run.finished_at = at
    run.save(update_fields=["finished_at", "volumes"])
    done = BatchRow.objects.filter(run=run, state=RowState.DONE).count()
    actor: Actor = SYSTEM
    audit.append(
        chain=chain_of(run.key), at=at, act="work_off_batch", actor=actor, payload={"done": done}
    )
