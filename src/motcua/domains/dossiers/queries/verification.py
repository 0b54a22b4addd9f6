# SPDX-License-Identifier: Apache-2.0
"""Compares the stored states, due dates and chains of dossiers with what the log says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from motcua.domains.dossiers.ledger import chain_of
from motcua.domains.dossiers.models import Consultation, Dossier
from motcua.domains.dossiers.questions import Question, answer_dates
from motcua.domains.dossiers.replay import UnreadableLog, replay
from motcua.kit import audit
from motcua.kit.models import AuditEntry

BATCH = 2_000
COMPARED = (
    "step", "back_step", "status", "received_at", "legal_due_at", "due_at", "queue_due_at",
    "ended_at", "returned_at", "desk_unit_id", "desk_role", "return_unit_id",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Difference:
    """A stored value that does not follow from the log."""

    kind: str
    dossier: str
    stored: str
    derived: str


def differences() -> Iterator[tuple[int, list[Difference]]]:
    """Yield, batch by batch, how many dossiers were checked and what differed."""
    last_id = 0
    while rows := _rows(last_id):
        found: list[Difference] = []
        logs = _logs([row["code"] for row in rows])
        asked = _asked([row["id"] for row in rows])
        for row in rows:
            log = logs.get(row["code"], [])
            found += _check(row, log)
            found += _check_questions(row["code"], asked.get(row["id"], {}), log)
        yield len(rows), found
        last_id = rows[-1]["id"]


def checkpoint_differences() -> list[Difference]:
    """Return the sealed checkpoints that no longer fit the log."""
    return [
        Difference("checkpoint", "", broken.stored, broken.derived)
        for broken in audit.checkpoint_breaks()
    ]


def _rows(last_id: int) -> list[dict[str, Any]]:
    rows = Dossier.objects.filter(id__gt=last_id).order_by("id")
    return list(rows.values("id", "code", "chain_seq", "chain_hash", *COMPARED)[:BATCH])


def _logs(codes: list[str]) -> dict[str, list[audit.Row]]:
    chains = [chain_of(code) for code in codes]
    links = AuditEntry.objects.filter(chain__in=chains).order_by("chain", "seq")
    rows = links.values_list(*audit.FIELDS)
    return {
        chain.removeprefix("dossier:"): list(group)
        for chain, group in groupby(rows.iterator(), key=lambda row: row[0])
    }


def _check(row: dict[str, Any], log: list[audit.Row]) -> Iterator[Difference]:
    code = row["code"]
    for broken in audit.breaks(log):
        yield Difference("chain", code, broken.stored, broken.derived)
    head = (log[-1][1], bytes(log[-1][9])) if log else (0, b"")
    stored_head = (row["chain_seq"], bytes(row["chain_hash"]))
    if head != stored_head:
        yield Difference("chain_head", code, _head(stored_head), _head(head))
    try:
        derived = replay(code, ((link[2], link[3], link[7]) for link in log))
    except (UnreadableLog, KeyError):
        yield Difference("log", code, "", "unreadable")
        return
    for name in COMPARED:
        stored, again = row[name], getattr(derived, name)
        if stored != again:
            yield Difference(name, code, _text(stored), _text(again))


def _asked(ids: list[int]) -> dict[int, dict[Question, datetime]]:
    """Return by dossier id until when which unit was to answer."""
    rows = Consultation.objects.filter(dossier_id__in=ids)
    found: dict[int, dict[Question, datetime]] = {}
    for dossier_id, unit_id, asked_at, due_at in rows.values_list(
        "dossier_id", "unit_id", "asked_at", "due_at"
    ):
        found.setdefault(dossier_id, {})[unit_id, asked_at] = due_at
    return found


def _check_questions(
    code: str, asked: dict[Question, datetime], log: list[audit.Row]
) -> Iterator[Difference]:
    try:
        derived = answer_dates((link[2], link[3], link[7]) for link in log)
    except KeyError:
        yield Difference("log", code, "", "unreadable")
        return
    for question in sorted(asked.keys() | derived.keys()):
        stored, again = asked.get(question), derived.get(question)
        if stored != again:
            yield Difference("consultation_due_at", code, _text(stored), _text(again))


def _head(head: tuple[int, bytes]) -> str:
    return f"{head[0]}:{head[1].hex()}"


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)
