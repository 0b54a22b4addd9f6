# SPDX-License-Identifier: Apache-2.0
"""Two spouses submit one marriage: filled in by one, read and confirmed by the other."""

from __future__ import annotations

import re

import pytest

from tests.server.running import System
from tests.walks.people import CODE, Town, filled_online, status_of, until

MARRIAGE = "1.000894"
GROOM, BRIDE = "024089990203", "027197990204"
OFFICE = "Võ Cường"
pytestmark = pytest.mark.server


def delivered(system: System, code: str) -> bool:
    """Whether the gateway has said that a message about the dossier arrived."""
    with system.database() as connection:
        asked = "SELECT state FROM notices_message WHERE dossier_code = %s"
        return [row[0] for row in connection.execute(asked, [code])] == ["delivered"]


def test_a_marriage_is_submitted_when_both_have_confirmed(system: System, town: Town) -> None:
    groom, bride = town.citizen(GROOM), town.citizen(BRIDE)
    filled_online(groom, MARRIAGE, OFFICE)

    groom.send("/nop/moi-ky")
    invitation = re.search(r"/ky/([A-Z2-9]{8})", groom.page.text)[1]
    bride.open("/ho-so")
    assert f"/ky/{invitation}" in bride.page.text
    bride.open(f"/ky/{invitation}")
    assert "Giáp Đình Khôi" in bride.page.text
    bride.send(f"/ky/{invitation}")
    groom.open("/nop/xem-lai")
    groom.send_values("/nop/gui", {})
    code = CODE.search(groom.page.text)[0]

    assert status_of(system, code) == 1
    until(lambda: delivered(system, code))
    groom.open(f"/ho-so/{code}")
    assert "Nghiêm Thị Ngọc Ánh" in groom.page.text


def test_submitting_alone_is_refused_and_nothing_is_lost(system: System, town: Town) -> None:
    groom = town.citizen(GROOM)
    filled_online(groom, MARRIAGE, OFFICE)

    groom.send_values("/nop/gui", {})

    assert groom.page.status == 409
    assert groom.open("/nop/xem-lai").status == 200
    assert "Nghiêm Thị Ngọc Ánh" in groom.page.text
