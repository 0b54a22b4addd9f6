# SPDX-License-Identifier: Apache-2.0
"""A birth registered online: a supplement, a decision, a result, a vote."""

from __future__ import annotations

import io

import pypdf
import pytest

from tests.server.running import System
from tests.walks.people import Town, has_result, status_of, submitted_online, until

BIRTH = "1.001193"
FATHER = "027092990201"
pytestmark = pytest.mark.server


@pytest.mark.parametrize("language", ["vi", "en"])
def test_birth_online_with_a_supplement(system: System, town: Town, language: str) -> None:
    father = town.citizen(FATHER, language)
    code = submitted_online(father, BIRTH, "Kinh Bắc")
    assert status_of(system, code) == 1

    town.act("lannt101", code, "receive")
    town.act("lannt101", code, "advance", action="hand_over")
    town.act(
        "binhnv102", code, "ask_supplement",
        target=["field:child.facility"],
        **{"missing:field:child.facility": "Ghi đủ tên cơ sở y tế"},
    )  # fmt: skip
    assert status_of(system, code) == 5

    father.open(f"/ho-so/{code}/bo-sung")
    assert "Ghi đủ tên cơ sở y tế" in father.page.text
    assert "father.full_name" not in father.page.form("/bo-sung").names
    father.send_values("/bo-sung", {"child.facility": "Bệnh viện Sản Nhi tỉnh Bắc Ninh"})
    assert status_of(system, code) == 4

    town.act("binhnv102", code, "advance", action="propose")
    town.act("dungtq103", code, "advance", action="approve")
    until(lambda: has_result(system, code))
    town.act("lannt101", code, "return_result", to="counter")
    assert status_of(system, code) == 10

    paper = father.open(f"/ho-so/{code}/ket-qua").bytes
    printed = pypdf.PdfReader(io.BytesIO(paper)).pages[0].extract_text()
    assert "Chưa ký số / Not digitally signed" in printed
    assert "Bệnh viện Sản Nhi tỉnh Bắc Ninh" in printed

    father.open(f"/ho-so/{code}")
    father.send_values("/danh-gia", {"stars": "5"})
    assert father.page.status == 200
    until(lambda: code in father.open("/thong-bao").text)
