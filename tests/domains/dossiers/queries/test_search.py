# SPDX-License-Identifier: Apache-2.0
"""Finding a dossier by what a person at the counter knows of it."""

from __future__ import annotations

import pytest
from django.db import connection

from motcua.domains.dossiers.acts.learn_names import learn_names
from motcua.domains.dossiers.queries.search import MINE, NAMED, search
from motcua.kit.snapshots import Snapshot
from tests.domains.dossiers.conftest import ANSWERS, Town

LAN, HUNG = "Nguyễn Thị Lan", "Trần Văn Hùng"


@pytest.fixture
def codes(town: Town) -> dict[str, str]:
    """The dossiers of two people, their names learnt."""
    found = {name: town.submitted(answers={**ANSWERS, "applicant_name": name})
             for name in (LAN, HUNG)}  # fmt: skip
    learn_names(codes=found.values())
    Snapshot.forget_all()
    return found


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Nguyễn Thị Lan", {LAN}),
        ("nguyen thi lan", {LAN}),
        ("lan nguyen", {LAN}),
        ("NGUYỄN THI", {LAN}),
        ("hùng", {HUNG}),
        ("nguyen th", {LAN}),
        ("ngyuen lan", {LAN}),
        ("trann van hunng", {HUNG}),
        ("nguyen thi hung", set()),
        ("guyen", {LAN}),
        ("xyz", set()),
        ("la", set()),
        ("'; --", set()),
        ("& | !", set()),
        ("___", set()),
        ("%%%", set()),
        ("0912345678", {LAN, HUNG}),
    ],
)
def test_a_name_is_found_without_marks_by_whole_words_then_unfinished_then_with_a_slip(
    town: Town, codes: dict[str, str], typed: str, meant: set[str]
) -> None:
    found = search(typed, unit_ids=[town.competent_id])

    assert {row.code for row in found} == {codes[name] for name in meant}


@pytest.mark.parametrize("unit", ["competent_id", "centre_id"])
def test_every_unit_of_a_dossier_finds_it(town: Town, codes: dict[str, str], unit: str) -> None:
    for typed in ("lan", codes[LAN], codes[LAN][-11:]):
        assert codes[LAN] in [row.code for row in search(typed, unit_ids=[getattr(town, unit)])]


def test_another_unit_finds_nothing(town: Town, codes: dict[str, str]) -> None:
    for typed in ("lan", codes[LAN], "0912345678"):
        assert not search(typed, unit_ids=town.other_ids)


def test_the_newest_stands_first_and_the_list_is_bounded(town: Town, codes: dict[str, str]) -> None:
    later = town.submitted()

    found = search("lan", unit_ids=[town.competent_id], limit=1)

    assert [row.code for row in found] == [later]


def test_the_index_of_words_can_answer(town: Town, codes: dict[str, str]) -> None:
    """The words of the question must be those of the index, or a search reads every dossier."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off")
        cursor.execute(
            f"EXPLAIN SELECT id FROM dossiers_dossier WHERE {NAMED}{MINE}",
            ["lan", [town.competent_id], 60],
        )
        plan = " ".join(line for (line,) in cursor.fetchall())

    assert "dossier_words" in plan
