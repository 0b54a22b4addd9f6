# SPDX-License-Identifier: Apache-2.0
"""Officers are told when a paid fee no longer fits the supplemented answers."""

from __future__ import annotations

import re

import pytest

from tests.domains.dossiers.conftest import Town
from tests.domains.dossiers.queries.test_fee_gap import paid, supplemented, town  # noqa: F401
from tests.faces.desk.conftest import Desks, text
from tests.faces.looking import faults_of

FIELD = "f-amount_vnd"
SAID = "Theo thông tin đã bổ sung, phí, lệ phí là"


def test_what_is_missing_is_said_beside_the_fee(town: Town, desk_of: Desks) -> None:  # noqa: F811
    code = paid(town)
    counter = desk_of(town.counter)
    before = text(counter.get(f"/desk/{code}"))

    supplemented(town, code, 4)

    page = text(counter.get(f"/desk/{code}")).replace("\xa0", " ")
    assert SAID not in before
    assert f"{SAID} 300.000 đ; đã nộp 225.000 đ: còn thiếu 75.000 đ" in page
    assert f'href="#{FIELD}"' not in page


def test_what_is_too_much_leads_to_the_refund(town: Town, desk_of: Desks) -> None:  # noqa: F811
    code = paid(town)
    supplemented(town, code, 2)

    page = text(desk_of(town.counter).get(f"/desk/{code}")).replace("\xa0", " ")

    assert f"{SAID} 150.000 đ; đã nộp 225.000 đ: nộp thừa 75.000 đ" in page
    assert f'href="#{FIELD}"' in page
    assert re.search(rf'id="{FIELD}" name="amount_vnd" [^>]*value="75\.?000"', page)


@pytest.mark.browser
def test_the_notice_is_accessible_and_fits(town: Town, desk_of: Desks) -> None:  # noqa: F811
    kept = {}
    for floors in (2, 4):
        code = paid(town)
        supplemented(town, code, floors)
        kept[f"/{floors}"] = desk_of(town.counter).get(f"/desk/{code}").content

    assert faults_of(kept) == []
