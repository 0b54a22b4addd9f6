# SPDX-License-Identifier: Apache-2.0
"""The page of a part shows its siblings; their results are returned from there together."""

from __future__ import annotations

from uuid import uuid4

import pytest

from motcua.domains.dossiers.models import Dossier, Linkage
from tests.builders import vn
from tests.domains.dossiers.interlinked import (  # noqa: F401
    Family,
    family,
    group_data,
    group_published,
    row,
)
from tests.faces.desk.conftest import Desks, post, text

DECIDED_AT = vn("2026-07-03 15:00")


@pytest.fixture
def decided(family: Family) -> str:  # noqa: F811
    """All three parts are decided."""
    code = family.submitted()
    for number, name in enumerate(("birth", "health_card", "residence")):
        family.decided(code, name, DECIDED_AT.replace(day=6 + number))
    return code


def test_an_officer_sees_the_siblings_and_who_waits(family: Family, desk_of: Desks) -> None:  # noqa: F811
    code = family.submitted()
    birth = family.parts(code)["birth"].dossier_code

    page = text(desk_of(family.specialist).get(f"/desk/{birth}"))

    assert code in page and "Đăng ký thường trú" in page
    assert "bắt đầu sau: " in page
    assert "return_interlinked" not in page


def test_the_counter_returns_all_at_once(family: Family, desk_of: Desks, decided: str) -> None:  # noqa: F811,E501
    parts = family.parts(decided)
    counter = desk_of(family.counter)
    assert "return_interlinked" in text(counter.get(f"/desk/{parts['birth'].dossier_code}"))

    answer = post(counter, parts["birth"].dossier_code or "", "return_interlinked")

    assert answer.status_code == 303
    assert all(row(part.dossier_code or "").status == 10 for part in parts.values())


def test_nothing_is_returned_while_a_result_is_still_being_made(
    family: Family,  # noqa: F811
    desk_of: Desks,
    decided: str,
) -> None:
    parts = family.parts(decided)
    residence = parts["residence"].dossier_code
    Dossier.objects.filter(code=residence).update(result_paper_id=None)

    page = text(desk_of(family.counter).get(f"/desk/{parts['birth'].dossier_code}"))

    assert "return_interlinked" not in page
    assert "Giấy tờ kết quả đang được tạo" in page


def test_one_result_is_held_back_with_a_sentence(family: Family, desk_of: Desks) -> None:  # noqa: F811
    code = family.submitted()
    birth = family.decided(code, "birth", DECIDED_AT)

    answer = post(desk_of(family.counter), birth, "return_result", to="counter")

    assert answer.status_code == 409
    assert "trả chung một lần" in text(answer)


def test_the_counter_notes_the_wish(family: Family, desk_of: Desks) -> None:  # noqa: F811
    code = family.submitted()
    birth = family.decided(code, "birth", DECIDED_AT)

    post(desk_of(family.counter), birth, "ask_parts", in_parts="yes")

    assert Linkage.objects.get(code=code).in_parts


def test_a_stranger_returns_nothing(family: Family, desk_of: Desks, decided: str) -> None:  # noqa: F811
    birth = family.parts(decided)["birth"].dossier_code or ""

    answer = post(desk_of(family.police_officer), birth, "return_interlinked", key=str(uuid4()))

    assert answer.status_code == 404
    assert row(birth).status == 9
