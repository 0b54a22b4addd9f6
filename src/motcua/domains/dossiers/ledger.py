# SPDX-License-Identifier: Apache-2.0
"""Locks a dossier and writes one act: row, audit link, outbox event and command key at once."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import wraps
from typing import Any, ParamSpec

from django.db import IntegrityError, transaction
from psycopg.types.json import Jsonb

from motcua.domains.dossiers import clocks
from motcua.domains.dossiers.case import Case, changed, desk_of
from motcua.domains.dossiers.events import DossierEvent
from motcua.domains.dossiers.models import Dossier
from motcua.domains.dossiers.traces import traces
from motcua.kit import audit, sql
from motcua.kit.access import Post
from motcua.kit.clock import VN
from motcua.kit.commands import By
from motcua.kit.events import payload_of
from motcua.kit.faults import Fault, NotAllowedNow, NotFound, Stale
from motcua.kit.idempotency import KeyReused, repeated
from motcua.kit.models import Command
from motcua.rules import workflow
from motcua.rules.workflow import Clock, Position, Status

COLUMNS = (
    "id", "code", "version_id", "channel", "source", "account_id", "receiving_unit_id",
    "competent_unit_id", "return_unit_id", "step", "back_step", "status", "desk_unit_id",
    "desk_role", "step_since_at", "step_due_at", "submitted_at", "received_at", "legal_due_at",
    "due_at", "queue_due_at", "pauses", "extension", "ended_at", "returned_at", "result_paper_id",
    "chain_seq", "chain_hash",
)  # fmt: skip

LOCK = (
    "SELECT " + ", ".join(f"d.{name}" for name in COLUMNS) + ","
    " (SELECT count(*) FROM dossiers_consultation c WHERE c.dossier_id = d.id"
    "   AND c.answered_at IS NULL AND c.due_at > %(at)s),"
    " EXISTS (SELECT FROM kit_command k WHERE k.key = %(key)s)"
    " FROM dossiers_dossier d WHERE d.code = %(code)s FOR UPDATE OF d"
)

CHANGED = (
    "step", "back_step", "status", "desk_unit_id", "desk_role", "step_since_at", "step_due_at",
    "received_at", "legal_due_at", "due_at", "queue_due_at", "pauses", "extension", "ended_at",
    "returned_at", "chain_seq", "chain_hash",
)  # fmt: skip

ENDING = frozenset(
    {Status.REFUSED, Status.WITHDRAWN, Status.STOPPED, Status.COMPLETED, Status.RETURNED}
)

# Acts that are written under another name than their own.
WRITTEN_BY = {
    "advance": ("advance", "pass_payment"),
    "parcel_delivered": ("settle_parcel",),
    "parcel_came_back": ("settle_parcel",),
}

LOG = """
 link AS (INSERT INTO kit_auditentry
   (chain, seq, at, act, actor_code, actor_name, post, payload, prev_hash, hash)
   VALUES (%(chain)s, %(chain_seq)s, %(at)s, %(act)s, %(actor_code)s, %(actor_name)s, %(post)s,
     %(payload)s, %(prev_hash)s, %(chain_hash)s)),
 told AS (INSERT INTO kit_outboxevent (topic, subject, payload, at, state, attempts, error)
   VALUES (%(topic)s, %(code)s, %(event)s, %(at)s, 0, 0, ''))
 INSERT INTO kit_command (key, act, actor_code, subject, at)
   VALUES (%(key)s, %(act)s, %(actor_code)s, %(code)s, %(at)s)
"""

WRITE = (
    "WITH row AS (UPDATE dossiers_dossier SET "
    + ", ".join(f"{name} = %({name})s" for name in CHANGED)
    + " WHERE id = %(id)s),"
    + LOG
)


P = ParamSpec("P")


class Replayed(Exception):  # noqa: N818
    """The command took effect before; the act ends here and reports success."""

    def __init__(self, by: By) -> None:
        self.by = by
        super().__init__(str(by.key))


class TwinWasFaster(Exception):  # noqa: N818
    """A parallel command with the same key committed first; only a new transaction can see it."""

    def __init__(self, by: By) -> None:
        self.by = by
        super().__init__(str(by.key))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an act left behind."""

    code: str
    status: int
    seq: int


def act(function: Callable[P, Outcome]) -> Callable[P, Outcome]:
    """Run an act in one transaction; a repeated command reports what the first one left behind."""

    @wraps(function)
    def whole(*args: P.args, **kwargs: P.kwargs) -> Outcome:
        code = str(kwargs.get("code", ""))
        try:
            with transaction.atomic():
                return function(*args, **kwargs)
        except (Replayed, TwinWasFaster) as repeat:
            return _done_before(function.__name__, repeat.by, code)
        except Fault as fault:
            given: dict[str, Any] = dict(kwargs)
            return _by_twin(function.__name__, fault, given["by"], code)

    return whole


def _by_twin(act_name: str, fault: Fault, by: By, code: str) -> Outcome:
    """Return what a parallel twin did to this dossier; without one, raise what stood in the way.

    A twin that committed while we waited for the lock makes our own attempt look impossible.
    """
    if isinstance(fault, KeyReused) or repeated(key=by.key, actor=by.actor) is None:
        raise fault
    return _done_before(act_name, by, code)


def _done_before(act_name: str, by: By, code: str) -> Outcome:
    """Return what the first command with this key left behind.

    Raises KeyReused for another act, and for another dossier than `code` ("" for any).
    """
    done = Command.objects.get(key=by.key)
    if done.actor_code != by.actor.code or act_name not in WRITTEN_BY.get(done.act, (done.act,)):
        raise KeyReused
    if code not in ("", done.subject):
        raise KeyReused
    return outcome_of(done.subject)


def outcome_of(code: str) -> Outcome:
    """Return where a dossier stands now. Raises NotFound."""
    row = Dossier.objects.filter(code=code).values_list("code", "status", "chain_seq").first()
    if row is None:
        raise NotFound
    return Outcome(*row)


def lock(code: str, by: By) -> Case:
    """Lock the dossier for one act.

    Raises NotFound; Replayed when the key was spent on this dossier; KeyReused when on another;
    Stale when the dossier has moved since `by.seen`.
    """
    row = sql.fetch_one(LOCK, {"code": code, "key": by.key, "at": by.at})
    if row is None:
        raise NotFound
    case = _case(row[:-1])
    if row[-1] or (by.seen is not None and by.seen != case.chain_seq):
        _refuse_repetition(case.code, by)
        raise Stale
    return case


def _case(row: tuple[Any, ...]) -> Case:
    """Return the row as values; Django's connections hand JSON over as text."""
    case = Case(*row)
    extension = json.loads(case.extension) if isinstance(case.extension, str) else None
    return replace(case, pauses=json.loads(str(case.pauses)), extension=extension)


def _refuse_repetition(code: str, by: By) -> None:
    """Look again with a fresh snapshot: a twin may have committed while we waited for the lock."""
    spent_on = repeated(key=by.key, actor=by.actor)
    if spent_on == code:
        raise Replayed(by)
    if spent_on is not None:
        raise KeyReused


def move(case: Case, action: str, at: datetime, **changes: Any) -> Case:
    """Return the case after an action of its workflow, with desk, step time and status derived.

    Raises NotAllowedNow.
    """
    return desked(stepped(case, action, at, **changes))


def stepped(case: Case, action: str, at: datetime, **changes: Any) -> Case:
    """Return the case after an action, its desk not yet derived. Raises NotAllowedNow."""
    try:
        position = workflow.move(case.version.workflow, case.position, action)
    except workflow.NotAllowedNow as error:
        raise NotAllowedNow from error
    return standing(case, position, at, **changes)


def same(case: Case, action: str) -> Case:
    """Return the unchanged case if the action is allowed where it stands. Raises NotAllowedNow."""
    if action not in workflow.allowed(case.version.workflow, case.position):
        raise NotAllowedNow
    return case


def standing(case: Case, position: Position, at: datetime, **changes: Any) -> Case:
    """Return the case standing at a position since `at`, with what else changes."""
    definition = case.version.workflow
    return changed(
        case,
        step=position.step,
        back_step=position.back or "",
        status=int(workflow.status(definition, position)),
        step_since_at=at,
        pauses=_pauses(case, workflow.clock(definition, position), at),
        **changes,
    )


def desk(case: Case) -> tuple[int | None, str]:
    """Return unit and role before which the case lies where it stands."""
    unit_id, role = desk_of(
        case.here,
        receiving_unit_id=case.receiving_unit_id,
        competent_unit_id=case.competent_unit_id,
        return_unit_id=case.return_unit_id,
    )
    return unit_id, str(role)


def desked(case: Case) -> Case:
    """Return the case with its desk and the time of its step derived from where it stands."""
    unit_id, role = desk(case)
    step_due_at = clocks.step_due_at(case.timed, case.step_since_at, case.calendar)
    return changed(case, desk_unit_id=unit_id, desk_role=role, step_due_at=step_due_at)


def _pauses(case: Case, clock: Clock, at: datetime) -> list[list[str | None]]:
    """Open or close the running pause as the clock demands."""
    running = bool(case.pauses) and case.pauses[-1][1] is None
    if clock is Clock.PAUSED and not running:
        return [*case.pauses, [at.isoformat(), None]]
    if clock is not Clock.PAUSED and running:
        return [*case.pauses[:-1], [case.pauses[-1][0], at.isoformat()]]
    return case.pauses


def with_dues(case: Case) -> Case:
    """Return the case with its due dates derived anew from receipt, pauses and extension.

    The limits are those of the channel the dossier came by. Source: law.md 2.6, rule 5.
    """
    if case.received_at is None:
        return case
    terms, pauses = case.terms, clocks.closed(case.pauses)
    received_at, calendar = case.received_at, case.calendar
    legal = promised = clocks.due_at(
        received_at=received_at, limit=terms.legal, calendar=calendar, pauses=pauses
    )
    limit = terms.on(received_at.astimezone(VN).date())
    if case.extension or limit != terms.legal:
        promised = clocks.due_at(
            received_at=received_at,
            limit=limit,
            calendar=calendar,
            pauses=pauses,
            extension=case.extension,
        )
    queue = clocks.queue_due_at(promised, case.received_at)
    return changed(case, legal_due_at=legal, due_at=promised, queue_due_at=queue)


def write(
    before: Case,
    after: Case,
    *,
    by: By,
    act: str,
    event: type[DossierEvent],
    post: Post | None,
    payload: Mapping[str, Any],
) -> Outcome:
    """Write the act in one statement; the caller's transaction makes it whole.

    Raises TwinWasFaster when a parallel command with the same key committed first.
    """
    ends = after.status in ENDING and before.status not in ENDING
    if ends and after.ended_at is None:
        after = replace(after, ended_at=by.at)
    stated = {**payload, **traces(before, after, by.at, post)}
    link = audit.link(
        chain=chain_of(before.code),
        after=(before.chain_seq, bytes(before.chain_hash)),
        at=by.at,
        act=act,
        actor=by.actor,
        post=post,
        payload={**stated, "step": after.step, "status": after.status},
    )
    after = replace(after, chain_seq=link.seq, chain_hash=link.hash)
    values = {name: getattr(after, name) for name in CHANGED}
    values["pauses"] = Jsonb(after.pauses)
    values["extension"] = Jsonb(after.extension) if after.extension else None
    told = event(
        subject=after.code,
        at=by.at,
        actor_code=by.actor.code,
        competent_unit_id=after.competent_unit_id,
        receiving_unit_id=after.receiving_unit_id,
        status=after.status,
    )
    try:
        sql.fetch_all(WRITE, values | {"id": after.id} | log_values(link, told, by))
    except IntegrityError as error:
        raise twin(by, error) from error
    return Outcome(after.code, after.status, after.chain_seq)


def twin(by: By, error: IntegrityError) -> Exception:
    """Tell a parallel twin of the same command from a real breach of the tables' rules."""
    broken = getattr(error.__cause__, "diag", None)
    if broken is not None and broken.table_name == "kit_command":
        return TwinWasFaster(by)
    return error


def log_values(link: audit.Link, told: DossierEvent, by: By) -> dict[str, Any]:
    """Return the values of the statement that writes link, event and key."""
    return {
        "code": told.subject,
        "chain": link.chain,
        "at": by.at,
        "act": link.act,
        "actor_code": link.actor_code,
        "actor_name": link.actor_name,
        "post": link.post,
        "payload": Jsonb(link.payload),
        "prev_hash": link.prev_hash,
        "chain_seq": link.seq,
        "chain_hash": link.hash,
        "topic": type(told).__name__,
        "event": Jsonb(payload_of(told)),
        "key": by.key,
    }


def chain_of(code: str) -> str:
    """Return the audit chain of a dossier."""
    return f"dossier:{code}"
