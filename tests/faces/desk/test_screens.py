# SPDX-License-Identifier: Apache-2.0
"""Every page of the desk as a browser sees it: accessible, and narrow enough for a telephone."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from motcua.domains.units import queries as units
from motcua.kit import clock
from motcua.kit.access import Role
from tests.builders import official
from tests.domains.dossiers.conftest import CODE, Town
from tests.faces.desk.conftest import Desks, post
from tests.faces.looking import faults_of

pytestmark = pytest.mark.browser


def pages(town: Town, desk_of: Desks, language: str) -> Mapping[str, bytes]:
    """The pages of a whole walk under names of their own."""
    counter, specialist, leader = map(desk_of, (town.counter, town.specialist, town.leader))
    asked = desk_of(official("Minh", (units.agency(town.other_ids[0]).code, Role.SPECIALIST)))
    for client in (counter, specialist, leader, asked):
        client.cookies["language"] = language
    fresh, consulted, waiting = town.submitted(clock.now()), town.appraised(), town.appraised()
    until = {"target": "paper:drawing", "missing:paper:drawing": "x", "until_on": "25/12/2099"}
    post(specialist, consulted, "consult", unit=town.other_ids, question="?", within="3wd")
    post(specialist, waiting, "ask_supplement", **until)
    decided = town.decided()
    return {
        "/inbox": counter.get("/desk/").content,
        "/waiting": counter.get("/desk/waiting").content,
        "/search": counter.post("/desk/search", {"q": "nguyen"}).content,
        "/questions": asked.get("/desk/questions").content,
        "/fresh": counter.get(f"/desk/{fresh}").content,
        "/appraised": specialist.get(f"/desk/{town.appraised()}").content,
        "/refused": post(specialist, town.appraised(), "consult", within="3wd").content,
        "/consulted": specialist.get(f"/desk/{consulted}").content,
        "/answer": asked.get(f"/desk/{consulted}").content,
        "/stopped": post(leader, consulted, "stop").content,
        "/decided": counter.get(f"/desk/{decided}").content,
        "/resume": counter.get(f"/desk/{waiting}/resume").content,
        "/choose": counter.get("/desk/reception").content,
        "/take-in": counter.get(f"/desk/reception/{CODE}").content,
        "/receipt": counter.get(f"/desk/{decided}/receipt").content,
    }


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_page_is_accessible_and_fits_a_telephone(
    town: Town, desk_of: Desks, language: str
) -> None:
    assert faults_of(pages(town, desk_of, language)) == []
