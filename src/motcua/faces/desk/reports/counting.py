# SPDX-License-Identifier: Apache-2.0
"""The rows of a statistics table, named and in Vietnamese order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from motcua.domains.quality.queries.statistics import Listed as Listed
from motcua.domains.quality.queries.statistics import Scope, listed, table, total
from motcua.faces.desk.reports.asking import Question
from motcua.faces.desk.reports.wording import fields_by_version, names
from motcua.rules.words import sort_key


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its key, what it is called, its numbers by measure."""

    key: str
    name: str
    numbers: Mapping[str, int]


def lines(question: Question) -> tuple[list[Line], Mapping[str, int]]:
    """Return the rows of the breakdown and their sums."""
    counted = _counted(question)
    called = names(question.by, counted.keys())
    rows = [Line(key, called[key], numbers) for key, numbers in counted.items()]
    rows.sort(key=lambda line: (sort_key(line.name), line.key))
    return rows, total(counted.values())


def _counted(question: Question) -> Mapping[str, Mapping[str, int]]:
    if question.by != "field":
        return table(question.scope, question.by)
    by_version = table(question.scope, "version")
    fields = fields_by_version(by_version.keys())
    grouped: dict[str, list[Mapping[str, int]]] = {}
    for version, numbers in by_version.items():
        grouped.setdefault(fields[version], []).append(numbers)
    return {field: total(rows) for field, rows in grouped.items()}


def behind(
    question: Question, measure: str, key: str | None, skip: int
) -> tuple[int, list[Listed]]:
    """Return how many dossiers are behind a number and one page of them; no key: of the sum."""
    if key is None:
        return listed(question.scope, measure, skip=skip)
    if question.by == "field":
        versions = _versions_of(question.scope, key)
        return listed(question.scope, measure, "version", versions, skip=skip)
    return listed(question.scope, measure, question.by, [key], skip=skip)


def _versions_of(scope: Scope, field: str) -> Sequence[str]:
    fields = fields_by_version(table(scope, "version").keys())
    return [version for version, called in fields.items() if called == field]
