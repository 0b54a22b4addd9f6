# SPDX-License-Identifier: Apache-2.0
"""Compare a bank's file with the ledger and keep every difference by name."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import connection, transaction

from motcua.domains.payments.models import Difference, Statement, StatementLine
from motcua.domains.payments.queries import booked
from motcua.kit import audit
from motcua.kit.access import Actor, ActorKind, NotPermitted, Role
from motcua.rules import reconciliation
from motcua.rules.reconciliation import BankFile, Comparison, Finding

ALONE = "SELECT pg_advisory_xact_lock(hashtextextended('payments.reconcile', 0))"


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a file; `again` when this very file was compared before."""

    first_on: date
    last_on: date
    lines: int
    matched: int
    differences: tuple[Finding, ...]
    again: bool


def reconcile(*, actor: Actor, at: datetime, raw: bytes) -> Report:
    """Compare the file, whole or not at all; the same bytes again report the same.

    Movements that an earlier file had are not compared twice. For operators and the terminal.
    Raises NotPermitted and `BankFileError` (a rule's error: the file is unusable).
    """
    posts = actor.posts_as(Role.OPERATOR)
    if actor.kind is not ActorKind.SYSTEM and not posts:
        raise NotPermitted
    file = reconciliation.read(raw)
    digest = hashlib.sha256(raw).hexdigest()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(ALONE)
        known = Statement.objects.filter(digest=digest).first()
        if known is not None:
            return _told(known)
        report = _compare(file, digest, actor, at)
        audit.append(
            chain="reconciliation", at=at, act="reconcile", actor=actor,
            post=posts[0] if posts else None,
            payload={
                "sha256": digest, "lines": report.lines, "differences": len(report.differences)
            },
        )  # fmt: skip
        return report


def _compare(file: BankFile, digest: str, actor: Actor, at: datetime) -> Report:
    ours = booked.ours(file)
    asked = {line.reference for line in file.lines if line.reference}
    marks, met = booked.seen_before(file, asked | {one.reference for one in ours})
    new = tuple(line for line in file.lines if (line.account, line.transaction) not in marks)
    rest = replace(file, lines=new)
    found = reconciliation.compare(rest, booked.expected(asked), ours, met)
    statement = Statement.objects.create(
        digest=digest, first_on=file.first_on, last_on=file.last_on, lines=len(file.lines),
        matched=found.matched, differing=len(found.findings), read_by=actor.code, read_at=at,
    )  # fmt: skip
    _write(statement, rest, found, at)
    return Report(
        file.first_on, file.last_on, len(file.lines), found.matched, found.findings, again=False
    )


def _write(statement: Statement, file: BankFile, found: Comparison, at: datetime) -> None:
    StatementLine.objects.bulk_create(
        [
            StatementLine(
                statement=statement, account=line.account, transaction=line.transaction,
                reference=line.reference, amount_vnd=line.amount_vnd, at=line.at,
            )
            for line in file.lines
        ],
        batch_size=2000,
        ignore_conflicts=True,
    )  # fmt: skip
    Difference.objects.bulk_create(
        [
            Difference(
                kind=one.kind, reference=one.reference, transaction=one.transaction,
                dossier_code=one.dossier_code, unit_id=one.unit_id, expected_vnd=one.expected_vnd,
                got_vnd=one.got_vnd, statement=statement, found_at=at,
            )
            for one in found.findings
        ],
        batch_size=2000,
        ignore_conflicts=True,
    )  # fmt: skip


def _told(statement: Statement) -> Report:
    rows = Difference.objects.filter(statement=statement).order_by("id")
    findings = tuple(
        Finding(
            row.kind, row.reference, row.dossier_code, row.unit_id, row.expected_vnd, row.got_vnd,
            row.transaction,
        )
        for row in rows
    )  # fmt: skip
    return Report(
        statement.first_on, statement.last_on, statement.lines, statement.matched, findings,
        again=True,
    )  # fmt: skip
