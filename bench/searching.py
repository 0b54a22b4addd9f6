# SPDX-License-Identifier: Apache-2.0
"""Searches as an officer does, beside the same question as bare SQL; a child that prints JSON."""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from motcua.faces.cli.ready import prepare

prepare()

import psycopg  # noqa: E402
from django.db import connection  # noqa: E402

from motcua.domains.dossiers.queries.inbox import SELECT  # noqa: E402
from motcua.domains.dossiers.queries.search import MINE, NAMED, search  # noqa: E402

SAMPLES = 40
LIMIT = 60


@dataclass(frozen=True, slots=True)
class Kind:
    """A way to look for a dossier: by which column, what is typed of it, what bare SQL asks."""

    name: str
    column: str
    where: str
    typed: Callable[[str], str] = str
    asked: Callable[[str], str] = str


def _all_words(text: str) -> str:
    return " & ".join(text.split())


def _last_two(name: str) -> str:
    return " ".join(name.split()[-2:])


KINDS = (
    Kind("code", "code", "code = %s"),
    Kind("end_of_code", "code", "reverse(code) LIKE %s",
         lambda code: code[-14:], lambda typed: typed[::-1] + "%"),
    Kind("id_number", "applicant_id_number", "applicant_id_number = %s"),
    Kind("phone", "applicant_phone", "applicant_phone = %s"),
    Kind("full_name", "search", NAMED, asked=_all_words),
    Kind("two_words", "search", NAMED, _last_two, _all_words),
    Kind("given_name", "search", NAMED, lambda name: name.split()[-1]),
    Kind("surname", "search", NAMED, lambda name: name.split()[0]),
)  # fmt: skip


def main(unit_id: int) -> None:
    """Measure every kind for the officers of one unit."""
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as bare:
        print(json.dumps({kind.name: _measured(bare, kind, unit_id) for kind in KINDS}))


def _measured(bare: psycopg.Connection, kind: Kind, unit_id: int) -> dict[str, float]:
    """Search some values both ways in turn, each once before, so that both read from memory."""
    query, ours, theirs = f"{SELECT} WHERE {kind.where}{MINE}", [], []
    for text in _texts(kind, unit_id):
        params = [kind.asked(text), [unit_id], LIMIT]
        for _ in range(2):
            asked = _ms(lambda p: bare.execute(query, p, prepare=False).fetchall(), params)
            found = _ms(lambda t: search(t, unit_ids=[unit_id]), text)
        ours.append(found)
        theirs.append(asked)
    return {
        "p50_ms": round(statistics.median(ours), 2),
        "p95_ms": round(_p95(ours), 2),
        "bare_p95_ms": round(_p95(theirs), 2),
        "ratio": round(sum(ours) / sum(theirs), 2),
    }


def _texts(kind: Kind, unit_id: int) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {kind.column} FROM dossiers_dossier TABLESAMPLE SYSTEM (2) REPEATABLE (1)"
            f" WHERE competent_unit_id = %s AND {kind.column} <> '' LIMIT %s",
            [unit_id, SAMPLES],
        )
        typed = (kind.typed(value) for (value,) in cursor.fetchall())
        return [text for text in typed if len(text) >= 3]


def _p95(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)]


def _ms(work: Callable[[object], object], value: object) -> float:
    begun = time.perf_counter()
    work(value)
    return (time.perf_counter() - begun) * 1000


main(int(sys.argv[1]))
