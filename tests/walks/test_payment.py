# SPDX-License-Identifier: Apache-2.0
"""A fee paid online through web, worker, relay and the payment platform's stand-in."""

from __future__ import annotations

import re

import httpx
import pytest

from tests.server.running import System
from tests.walks.people import Town, submitted_online, until

EXTRACT = "2.000635"
FATHER = "027092990201"
pytestmark = pytest.mark.server


def test_a_citizen_pays_online_and_the_receipt_comes_by_itself(system: System, town: Town) -> None:
    father = town.citizen(FATHER)
    code = submitted_online(father, EXTRACT, "Kinh Bắc")
    town.act("lannt101", code, "receive")

    father.open(f"/ho-so/{code}")
    father.send_values("/thanh-toan", {})
    place = father.page.path
    found: list[str] = []

    def offered() -> bool:
        page = father.open(place).bytes.decode()
        found[:] = re.findall(rf'href="(http://localhost:{system.port + 2}/pay/[^"]+)"', page)
        return bool(found)

    until(offered)
    assert httpx.post(found[0], data={"action": "pay"}).status_code == 303
    until(lambda: "Đã nhận được tiền" in father.open(f"{place}/ve").text)
    assert "H05.159-2026-" in father.open(f"/ho-so/{code}").text
