# SPDX-License-Identifier: Apache-2.0
"""A marriage received at a counter of one ward for another."""

from __future__ import annotations

import pytest

from tests.server.running import System
from tests.walks.people import Town, has_result, status_of, taken_in, until

MARRIAGE = "1.000894"
pytestmark = pytest.mark.server


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_marriage_received_in_vo_cuong_for_kinh_bac(
    system: System, town: Town, language: str
) -> None:
    counter = town.official("ducpm105", language)
    code = taken_in(counter, MARRIAGE, "Kinh Bắc")
    assert status_of(system, code) == 2

    town.act("ducpm105", code, "advance", action="hand_over")
    town.act("binhnv102", code, "advance", action="propose")
    town.act("dungtq103", code, "advance", action="approve")
    until(lambda: has_result(system, code))
    town.act("ducpm105", code, "return_result", to="counter")

    assert status_of(system, code) == 10
    with system.database() as connection:
        units = connection.execute(
            "SELECT receiving_unit_id <> competent_unit_id, return_unit_id = receiving_unit_id"
            " FROM dossiers_dossier WHERE code = %s",
            [code],
        ).fetchone()
    assert units == (True, True)
