# SPDX-License-Identifier: Apache-2.0
"""Results that wait at the counter, and the way from the list to their return."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from motcua.domains.dossiers.models import Dossier
from motcua.faces.desk.counter import returns
from motcua.kit.models import DataUse
from tests.domains.dossiers.conftest import Town
from tests.domains.dossiers.fetching import ready
from tests.faces.desk.conftest import Desks, text

ADDRESS = "/desk/returns"


@pytest.fixture(autouse=True)
def store(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def test_a_waiting_result_is_one_click_from_its_return(town: Town, desk_of: Desks) -> None:
    counter, code = desk_of(town.counter), ready(town)

    page = text(counter.get(ADDRESS))
    link = re.search(r'href="([^"]*)#return_result"', page)

    assert link
    assert "Nguyễn Thị Lan" in page
    opened = text(counter.get(link[1]))
    assert f'action="/desk/{code}/return_result"' in opened
    assert 'id="return_result"' in opened
    assert DataUse.objects.filter(page="desk/returns", subjects__contains=[code]).exists()


def test_the_list_is_searched_by_name_and_code(town: Town, desk_of: Desks) -> None:
    counter, code = desk_of(town.counter), ready(town)

    named, coded = (text(counter.post(ADDRESS, {"q": q})) for q in ("nguyen thi", code[-4:]))
    missed = text(counter.post(ADDRESS, {"q": "không ai"}))

    assert code in named
    assert code in coded
    assert code not in missed
    assert "Không có kết quả nào phù hợp" in missed


def test_what_is_searched_for_stands_in_no_address(
    town: Town, desk_of: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter, codes = desk_of(town.counter), {ready(town), ready(town)}
    monkeypatch.setattr(returns, "LISTED", 1)

    first = counter.post(ADDRESS, {"q": "Nguyễn Thị"}).content.decode()
    after = re.search(r'name="after" value="([^"]+)"', first)[1]
    second = counter.post(ADDRESS, {"q": "Nguyễn Thị", "after": after}).content.decode()

    assert "q=" not in first + second
    assert {code for page in (first, second) for code in codes if code in page} == codes


def test_the_list_goes_on_page_by_page(town: Town, desk_of: Desks) -> None:
    counter, code = desk_of(town.counter), ready(town)
    row = Dossier.objects.get(code=code)

    beyond = text(counter.get(ADDRESS, {"after": f"{row.queue_due_at.isoformat()}~{row.pk}"}))
    broken = counter.get(ADDRESS, {"after": "1~x"})

    assert code not in beyond
    assert "Trang sau" not in beyond
    assert "Hạn sớm nhất" in beyond
    assert code in text(broken)


def test_an_empty_counter_says_so(town: Town, desk_of: Desks) -> None:
    assert "Không có kết quả nào chờ trả" in text(desk_of(town.counter).get(ADDRESS))
