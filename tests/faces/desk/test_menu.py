# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import re

import pytest

from motcua.kit.access import Role
from tests.builders import official
from tests.domains.dossiers.conftest import Town
from tests.faces.desk.conftest import Desks, text

UNIT = "H05.44"


def menu(page: str) -> str:
    """The menu of a page."""
    found = re.search(r'<nav class="sidenav".*?</nav>', page, re.DOTALL)
    assert found
    return found[0]


@pytest.mark.parametrize("role", list(Role))
def test_each_role_starts_where_its_work_is(town: Town, desk_of: Desks, role: Role) -> None:
    client = desk_of(official("Hoa", (UNIT, role)))

    answer = client.get("/desk/", follow=True)

    assert answer.status_code == 200
    assert 'aria-current="page"' in menu(text(answer))


@pytest.mark.parametrize("role", list(Role))
def test_every_entry_of_the_menu_opens(town: Town, desk_of: Desks, role: Role) -> None:
    client = desk_of(official("Hoa", (UNIT, role)))
    entries = re.findall(r'<a href="([^"]+)"', menu(text(client.get("/desk/", follow=True))))

    answers = {entry: client.get(entry).status_code for entry in entries}

    assert answers
    assert set(answers.values()) == {200}


def test_no_two_entries_share_a_key_even_for_who_holds_every_role(
    town: Town, desk_of: Desks
) -> None:
    client = desk_of(official("Hoa", *[(UNIT, role) for role in Role]))

    keys = re.findall(r'accesskey="(.)"', menu(text(client.get("/desk/"))))

    assert len(keys) > 12
    assert len(keys) == len(set(keys))


def test_a_specialist_sees_neither_the_counter_nor_the_system(town: Town, desk_of: Desks) -> None:
    shown = menu(text(desk_of(official("Hoa", (UNIT, Role.SPECIALIST))).get("/desk/")))

    assert 'href="/desk/handovers"' in shown
    for path in ("reception", "queue", "returns", "messages", "exchanges", "unit/people"):
        assert f'href="/desk/{path}"' not in shown
