# SPDX-License-Identifier: Apache-2.0
"""The list of results that wait at a counter."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from motcua.domains.dossiers.models import Dossier
from motcua.domains.dossiers.queries.results import results_at
from tests.builders import vn
from tests.domains.dossiers.conftest import Town

DUE_AT = vn("2026-07-10 17:00")


def waiting(town: Town, *promised: int) -> list[str]:
    """Dossiers whose results wait, promised so many days after the first; in the given order."""
    codes = []
    for days in promised:
        code = town.decided()
        Dossier.objects.filter(code=code).update(queue_due_at=DUE_AT + timedelta(days=days))
        codes.append(code)
    return codes


def test_what_was_promised_first_stands_first_and_pages_join(town: Town) -> None:
    late, early, middle = waiting(town, 2, 0, 1)

    first = results_at(town.counter.posts, limit=2)
    second = results_at(town.counter.posts, limit=2, after=first.next)

    assert [one.code for one in first.rows] == [early, middle]
    assert [one.code for one in second.rows] == [late]
    assert second.next is None


def test_only_results_and_only_of_these_counters_are_listed(town: Town) -> None:
    town.received()
    (code,) = waiting(town, 0)

    assert [one.code for one in results_at(town.counter.posts).rows] == [code]
    assert results_at([replace(town.counter.posts[0], unit_id=town.competent_id)]).rows == []
    assert list(results_at([]).rows) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", True),
        ("lan", True),
        ("NGUYỄN THỊ", True),
        ("nguyen thi lan", True),
        ("0912 345 678", True),
        ("0912345679", False),
        ("hoa", False),
        ("%", False),
        ("_", False),
        ("\\", False),
    ],
)
def test_a_result_is_found_by_name_or_phone(town: Town, text: str, found: bool) -> None:
    codes = waiting(town, 0)

    rows = results_at(town.counter.posts, text=text).rows

    assert [one.code for one in rows] == (codes if found else [])


def test_a_result_is_found_by_part_of_its_code(town: Town) -> None:
    first, second = waiting(town, 0, 1)

    rows = results_at(town.counter.posts, text=second[-11:].lower()).rows

    assert [one.code for one in rows] == [second]
    assert first != second
