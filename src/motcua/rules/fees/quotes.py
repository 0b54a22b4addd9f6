# SPDX-License-Identifier: Apache-2.0
"""What one dossier owes: the rows that hold for it, each with its amount or its exemption."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from motcua.rules.conditions import lookup
from motcua.rules.fees.reading import parse
from motcua.rules.fees.table import Channel, FeeKind, FeeRow


@dataclass(frozen=True, slots=True)
class FeeLine:
    """One fee or charge; an exempt one costs 0 and says why, in Vietnamese as on the paper."""

    code: str
    title: Mapping[str, str]
    kind: FeeKind
    amount_vnd: int
    exempt_reason: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Quote:
    """The lines of a bill to be; none at all when the procedure costs nothing."""

    lines: tuple[FeeLine, ...]

    @property
    def total_vnd(self) -> int:
        """The sum of the lines, in đồng."""
        return sum(line.amount_vnd for line in self.lines)


def quote(
    table: Sequence[Mapping[str, Any]],
    *,
    answers: Mapping[str, Any],
    channel: int,
    on: date,
) -> Quote:
    """Return what a dossier with these answers, received through this channel on this day, owes.

    `channel` is the national code: 1 direct, 2 online, 3 postal. Numbers of pages and copies are
    read from the answers a row names; whatever is no positive whole number counts 1, so check
    the form first. Raises `FeeTableError`, `ConditionError` for a table that is none.
    """
    through = Channel(channel)
    return Quote(tuple(_line(row, answers) for row in parse(table) if row.holds(through, on)))


def _line(row: FeeRow, answers: Mapping[str, Any]) -> FeeLine:
    exempt = row.exempt_if is not None and row.exempt_if.holds(answers)
    return FeeLine(
        code=row.code,
        title=row.title,
        kind=row.kind,
        amount_vnd=0 if exempt else _amount_vnd(row, answers),
        exempt_reason=_reason(row) if exempt else None,
        source=row.source,
    )


def _amount_vnd(row: FeeRow, answers: Mapping[str, Any]) -> int:
    return sum(
        row.amount_vnd(pages=_count(entry, row.pages_from), copies=_count(entry, row.copies_from))
        for entry in _entries(row, answers)
    )


def _entries(row: FeeRow, answers: Mapping[str, Any]) -> Sequence[Any]:
    """Return the entries of the repeating group, or the answers themselves as the only one."""
    group = lookup(answers, row.each) if row.each else None
    return group if isinstance(group, list | tuple) and group else (answers,)


def _count(entry: object, name: str) -> int:
    number = lookup(entry, name)
    if isinstance(number, int) and not isinstance(number, bool):
        return max(1, number)
    return 1


def _reason(row: FeeRow) -> str:
    if row.exempt_reason is not None:
        return row.exempt_reason["vi"]
    return row.source or row.title["vi"]
