# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import timedelta

from motcua.kit import clock
from tests.domains.dossiers.conftest import Town
from tests.faces.desk.conftest import Desks, post, text

MARK = 'class="notice notice-success"'


def test_an_act_is_confirmed_to_its_author_and_to_nobody_else(town: Town, desk_of: Desks) -> None:
    code = town.submitted(clock.now())
    counter = desk_of(town.counter)

    before = text(counter.get(f"/desk/{code}"))
    answer = post(counter, code, "receive")
    after = text(counter.get(answer["Location"]))
    others = text(desk_of(town.specialist).get(f"/desk/{code}"))

    assert MARK not in before
    assert MARK in after
    assert f'href="/desk/next?after={code}"' in after
    assert MARK not in others


def test_the_next_dossier_is_the_one_below_in_the_list(town: Town, desk_of: Desks) -> None:
    urgent = town.submitted(clock.now() - timedelta(days=3))
    later = town.submitted(clock.now())
    counter = desk_of(town.counter)

    assert counter.get("/desk/next")["Location"] == f"/desk/{urgent}"
    assert counter.get(f"/desk/next?after={urgent}")["Location"] == f"/desk/{later}"
    assert counter.get(f"/desk/next?after={later}")["Location"] == "/desk/"
    assert counter.get("/desk/next?after=%00<b>")["Location"] == f"/desk/{urgent}"
