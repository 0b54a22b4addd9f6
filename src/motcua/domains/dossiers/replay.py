# SPDX-License-Identifier: Apache-2.0
"""Derives a dossier's state anew from its audit chain alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from motcua.domains.dossiers import clocks, ledger
from motcua.domains.dossiers.case import Case, changed
from motcua.domains.dossiers.traces import DUES, dues_of
from motcua.domains.procedures import queries as procedures
from motcua.domains.units import queries as units
from motcua.kit import audit
from motcua.rules import workflow

STAMPS = {"receive": "received_at", "return_result": "returned_at"}

Entry = tuple[datetime, str, Mapping[str, Any]]


class UnreadableLog(Exception):
    """The chain does not begin with a submission or takes an impossible step."""


def replay(code: str, entries: Iterable[Entry]) -> Case:
    """Walk the acts (moment, act, payload) in order and return where they lead.

    Due dates are those that the log states; one that states none has them derived by the present
    calendar. Raises UnreadableLog.
    """
    case: Case | None = None
    before: Case | None = None
    dated = False
    for at, act, payload in entries:
        dated = dated or "dues" in payload
        if case is None:
            reached = opened(code, at, payload)
        elif act == "roll_back":
            reached = _undone(case, before, payload)
        else:
            reached = after(case, at, act, payload)
        before, case = case, reached
    if case is None:
        raise UnreadableLog(code)
    return ledger.desked(case) if dated else ledger.with_dues(ledger.desked(case))


def _undone(case: Case, before: Case | None, payload: Mapping[str, Any]) -> Case:
    """Return the dossier as it was before its last act, which is taken back. Raises UnreadableLog.

    Only the last act can be taken back, so one step into the past is all that is ever needed. Its
    due dates stay as they are now, unless the link states others.
    """
    if before is None:
        raise UnreadableLog(case.code)
    dues = {name: getattr(case, name) for name in DUES}
    return changed(before, **(dues | dues_of(payload)))


def opened(code: str, at: datetime, payload: Mapping[str, Any]) -> Case:
    """Return the dossier as its submission left it."""
    version = procedures.version(payload["version"])
    receiving_id = payload["receiving_unit"]
    blank = Case(
        id=0, code=code, version_id=version.id, channel=payload["channel"], source="",
        account_id=None, receiving_unit_id=receiving_id,
        competent_unit_id=payload["competent_unit"],
        return_unit_id=payload["return_unit"], step="", back_step="", status=0,
        desk_unit_id=None, desk_role="", step_since_at=at, step_due_at=None, submitted_at=at,
        received_at=None, legal_due_at=None, due_at=None,
        queue_due_at=clocks.intake_due_at(at, units.work_calendar(receiving_id)),
        pauses=[], extension=None, ended_at=None, returned_at=None, result_paper_id=None,
        chain_seq=0, chain_hash=audit.GENESIS, open_consultations=0,
    )  # fmt: skip
    blank = changed(blank, **dues_of(payload))
    return ledger.standing(blank, workflow.start(version.workflow), at)


def after(case: Case, at: datetime, act: str, payload: Mapping[str, Any]) -> Case:
    """Return the dossier after one more act; its desk is derived at the end, once."""
    case = changed(case, **dues_of(payload))
    if act == "extend":
        return changed(case, extension={"at": at.isoformat(), "to": payload["to"]})
    if act == "record_paper_first":
        return changed(case, ended_at=datetime.fromisoformat(payload["ended_at"]))
    if act == "redirect_return":
        return changed(case, return_unit_id=payload["return_unit"])
    if "action" not in payload:
        return case
    stamped = {STAMPS[act]: at} if act in STAMPS else {}
    try:
        moved = ledger.stepped(case, payload["action"], at, **stamped)
    except ledger.NotAllowedNow as error:
        raise UnreadableLog(case.code) from error
    ends = moved.status in ledger.ENDING and case.status not in ledger.ENDING
    return changed(moved, ended_at=at) if ends and moved.ended_at is None else moved
