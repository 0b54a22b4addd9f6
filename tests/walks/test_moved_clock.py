# SPDX-License-Identifier: Apache-2.0
"""Stories in which the hour matters, on a system whose clock was moved."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.server.running import System
from tests.walks.browser import Person
from tests.walks.people import Town, has_result, status_of, submitted_online, taken_in, until

COPY, PERMIT = "2.000815", "1.013225"
VN = ZoneInfo("Asia/Ho_Chi_Minh")
pytestmark = pytest.mark.server


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> System:
    return System(tmp_path_factory.mktemp("moved") / "state")


@contextmanager
def at(moved: System, moment: str) -> Iterator[Town]:
    """The system running as if it were this moment in Vietnam."""
    offset = datetime.fromisoformat(moment).replace(tzinfo=VN) - datetime.now(VN)
    moved.more["MOTCUA_CLOCK_OFFSET"] = str(offset.total_seconds())
    moved.start()
    try:
        yield Town(f"http://localhost:{moved.port}")
    finally:
        moved.stop()


def due(moved: System, code: str) -> datetime:
    with moved.database() as connection:
        asked = "SELECT due_at FROM dossiers_dossier WHERE code = %s"
        return connection.execute(asked, [code]).fetchone()[0].astimezone(VN)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_certified_copy_before_and_after_three_o_clock(moved: System, language: str) -> None:
    with at(moved, "2026-11-19 14:58:30") as town:
        code = taken_in(town.official("lannt101", language), COPY, "Kinh Bắc")
        assert due(moved, code) == datetime(2026, 11, 19, 17, 0, tzinfo=VN)

    with at(moved, "2026-11-19 15:00:30") as town:
        code = taken_in(town.official("lannt101", language), COPY, "Kinh Bắc")
        assert due(moved, code) == datetime(2026, 11, 20, 17, 0, tzinfo=VN)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_permit_with_two_departments_one_of_them_late(moved: System, language: str) -> None:
    with at(moved, "2026-11-16 08:00:00") as town:
        owner = Person(town.address, language)
        code = submitted_online(owner, PERMIT, "Kinh Bắc")
        town.act("lannt101", code, "receive")
        town.act("lannt101", code, "advance", action="hand_over")
        specialist = town.official("binhnv102", language)
        specialist.open(f"/desk/{code}")
        form = specialist.page.form(f"/{code}/consult")
        first, second = form.choices["unit"][:2]
        specialist.send_values(
            f"/{code}/consult",
            {"unit": [first, second], "question": "Đề nghị cho ý kiến", "within": "1wd"},
        )
        assert specialist.page.status == 200
        with pytest.raises(LookupError):
            specialist.page.form(f"/{code}/advance")

    with at(moved, "2026-11-18 09:00:00") as town:
        town.act("binhnv102", code, "advance", action="propose")
        town.act("dungtq103", code, "advance", action="approve")
        until(lambda: has_result(moved, code))
        town.act("lannt101", code, "return_result", to="counter")
        assert status_of(moved, code) == 10
