# SPDX-License-Identifier: Apache-2.0
"""Two people at one hand-over list or one result in the same second, with real commits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from motcua.domains.dossiers.acts.give_handover import give_handover
from motcua.domains.dossiers.acts.settle_handover import settle_handover
from motcua.domains.dossiers.handing import HandoverKind
from motcua.domains.dossiers.models import Handover, HandoverRow
from motcua.domains.procedures.acts.load_catalogue import load_catalogue
from motcua.domains.units.acts.load_reference import load_reference
from motcua.kit.faults import Fault
from tests.builders import by, vn
from tests.domains.dossiers.conftest import Town, acts, make_town

AT = vn("2026-07-03 11:00")
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def town(transactional_db: None, small_data: Path) -> Iterator[Town]:
    load_reference(at=vn("2026-01-02 08:00"))
    load_catalogue(at=vn("2026-01-05 08:00"), data=small_data)
    yield make_town()


def together(*commands: Callable[[], Any]) -> list[str]:
    """Run all commands at the same moment; return what each said."""
    start = Barrier(len(commands))

    def one(command: Callable[[], Any]) -> str:
        start.wait()
        try:
            return str(command())
        except Fault as fault:
            return type(fault).__name__
        finally:
            connection.close()

    with ThreadPoolExecutor(len(commands)) as pool:
        return sorted(pool.map(one, commands))


def test_of_two_lists_with_one_dossier_one_is_made_and_one_click_twice_is_one(town: Town) -> None:
    first, second, third = town.received(), town.received(), town.received()

    def give(command: Any, *codes: str) -> Callable[[], str]:
        return lambda: give_handover(
            by=command, kind=HandoverKind.PAPERS, from_unit_id=town.centre_id,
            to_unit_id=town.competent_id, codes=codes,
        )  # fmt: skip

    one, other, twice = (by(town.counter, AT) for _ in range(3))
    said = together(
        give(one, first, second), give(other, second, first), give(twice, third), give(twice, third)
    )

    assert said.count("NotOnThisList") == 1
    assert len(set(said)) == 3
    assert (Handover.objects.count(), HandoverRow.objects.count()) == (2, 3)
    assert acts(third).count("give_papers") == 1


def test_of_two_people_settling_a_list_one_is_told_that_it_is_settled(town: Town) -> None:
    code = town.received()
    listed = give_handover(
        by=by(town.counter, AT), kind=HandoverKind.PAPERS, from_unit_id=town.centre_id,
        to_unit_id=town.competent_id, codes=[code],
    )  # fmt: skip

    said = together(
        lambda: settle_handover(
            by=by(town.specialist, AT), code=listed, confirmed=[code], refused={}
        ),
        lambda: settle_handover(
            by=by(town.leader, AT), code=listed, confirmed=[], refused={code: "Thiếu bản gốc"}
        ),
    )

    assert said == [listed, "NotOnThisList"]
    assert len([act for act in acts(code) if act in ("confirm_papers", "refuse_papers")]) == 1
