# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from motcua.kit.access import Role
from motcua.kit.models import DataUse
from tests.builders import official
from tests.domains.dossiers.conftest import Town
from tests.faces.desk.conftest import Desks, text


def test_the_page_says_what_it_is_and_offers_what_the_step_allows(
    town: Town, desk_of: Desks
) -> None:
    code = town.submitted()

    page = text(desk_of(town.counter).get(f"/desk/{code}"))

    assert code in page
    assert "Nguyễn Thị Lan" in page
    assert "Số tầng" in page
    assert f'action="/desk/{code}/receive"' in page
    assert f'action="/desk/{code}/refuse"' in page
    assert f'action="/desk/{code}/ask_supplement"' in page
    assert f'action="/desk/{code}/advance"' not in page
    assert "Dữ liệu giả lập" in page


def test_an_official_of_another_unit_finds_nothing(town: Town, desk_of: Desks) -> None:
    code = town.submitted()
    stranger = official("Lạ", ("H05.92", Role.SPECIALIST))

    answer = desk_of(stranger).get(f"/desk/{code}")

    assert answer.status_code == 404


def test_every_look_is_written_down(town: Town, desk_of: Desks) -> None:
    code = town.submitted()

    desk_of(town.counter).get(f"/desk/{code}")

    seen = DataUse.objects.get(page="desk/dossier")
    assert seen.subjects == [code]
