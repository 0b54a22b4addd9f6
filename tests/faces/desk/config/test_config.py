# SPDX-License-Identifier: Apache-2.0
"""The configurator changes days, names and open procedures; a unit changes its own days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from motcua.domains.procedures import queries as procedures
from motcua.domains.units import queries as units
from motcua.domains.units.models import CalendarDay
from motcua.kit import clock
from motcua.kit.access import Role
from motcua.kit.models import AuditEntry, OutboxEvent
from motcua.kit.snapshots import Snapshot
from tests.builders import official
from tests.domains.dossiers.conftest import CODE, Town
from tests.faces.desk.conftest import Desks, text

DAYS, NAMES, PROCEDURES = "/desk/config/days", "/desk/config/names", "/desk/config/procedures"


@pytest.fixture
def configurator(town: Town, desk_of: Desks) -> Client:
    unit = units.agency(town.competent_id)
    return desk_of(official("Tuấn", (unit.code, Role.CONFIGURATOR)))


def weekday() -> date:
    """The Wednesday of the week after next, a day without anything special in the trial data."""
    today = clock.today()
    return today + timedelta(days=16 - today.isoweekday() + 1)


def vn_day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def day_off(**changes: Any) -> dict[str, Any]:
    return {
        "key": str(uuid4()), "on": vn_day(weekday()), "kind": "swap_off", "unit": "",
        "name_vi": "Nghỉ bù", "name_en": "Day off", "decision": "123/QĐ-UBND", **changes,
    }  # fmt: skip


def test_work_of_a_configurator_begins_with_the_days(configurator: Client) -> None:
    answer = configurator.get("/desk/")

    assert (answer.status_code, answer.headers["Location"]) == (302, DAYS)
    menu = text(configurator.get(DAYS))
    assert all(words in menu for words in ("Ngày làm việc", "Tên cơ quan", "Thủ tục đang mở"))


def test_a_day_off_is_listed_and_told(configurator: Client) -> None:
    answer = configurator.post(DAYS, day_off())
    Snapshot.forget_all()

    assert answer.status_code == 303
    page = text(configurator.get(answer.headers["Location"]))
    assert vn_day(weekday()) in page
    assert "123/QĐ-UBND" in page
    assert not units.work_calendar().is_working(weekday())
    assert OutboxEvent.objects.filter(topic="CalendarChanged").count() == 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"on": "31/02/2027"}, "Viết ngày theo dạng"),
        ({"on": "01/01/2020"}, "những ngày chưa tới"),
        ({"decision": ""}, "số quyết định"),
        ({"kind": "swap_work"}, "Ngày làm bù phải là thứ Bảy"),
        ({"name_vi": "a" * 121}, "dài quá 120"),
    ],
    ids=["no-date", "gone-by", "no-decision", "worked-anyway", "too-long"],
)
def test_what_cannot_be_is_said_and_what_was_typed_stays(
    configurator: Client, changes: dict[str, str], words: str
) -> None:
    answer = configurator.post(DAYS, day_off(**changes))

    assert answer.status_code == 422
    assert words in text(answer)
    assert 'value="Nghỉ bù"' in answer.content.decode() or "name_vi" in changes
    assert not CalendarDay.objects.filter(date=weekday()).exists()


@pytest.mark.parametrize("changes", [{"kind": "nothing"}, {"unit": "99999999"}, {"key": "no"}])
def test_a_changed_form_is_refused(configurator: Client, changes: dict[str, str]) -> None:
    assert configurator.post(DAYS, day_off(**changes)).status_code == 400


def test_an_administrator_changes_the_days_of_the_own_unit_only(town: Town, desk_of: Desks) -> None:
    unit = units.agency(town.competent_id)
    admin = desk_of(official("Nga", (unit.code, Role.UNIT_ADMIN)))

    mine = admin.post(DAYS, day_off(unit=str(unit.id), decision=""))
    of_all = admin.post(DAYS, day_off())
    Snapshot.forget_all()

    assert (mine.status_code, of_all.status_code) == (303, 400)
    assert not units.work_calendar(unit.id).is_working(weekday())
    assert units.work_calendar().is_working(weekday())
    assert admin.get(NAMES).status_code == admin.get(PROCEDURES).status_code == 403


def test_an_agency_gets_another_name_from_a_day_on(configurator: Client, town: Town) -> None:
    unit = units.agency(town.competent_id)
    new = {"key": str(uuid4()), "unit": str(unit.id), "vi": "Phòng Mới", "en": "New Office",
           "from": vn_day(weekday()), "decision": "9/NQ"}  # fmt: skip

    refused = configurator.post(NAMES, {**new, "vi": ""})
    done = configurator.post(NAMES, new)

    assert refused.status_code == 422
    page = text(configurator.get(done.headers["Location"]))
    assert "Phòng Mới" in page
    assert unit.name_vi in page
    assert units.agency(unit.id, on=weekday()).name_vi == "Phòng Mới"
    assert configurator.get(f"{NAMES}?unit=99999999").status_code == 404


def test_a_procedure_is_closed_to_new_dossiers(configurator: Client, town: Town) -> None:
    until = {"key": str(uuid4()), "code": CODE, "version": town.version_id,
             "until": vn_day(weekday()), "reason": "Bãi bỏ"}  # fmt: skip

    refused = configurator.post(PROCEDURES, {**until, "reason": ""})
    done = configurator.post(PROCEDURES, until)
    Snapshot.forget_all()

    assert refused.status_code == 422
    assert done.status_code == 303
    assert vn_day(weekday()) in text(configurator.get(done.headers["Location"]))
    assert procedures.history(CODE)[-1].valid_to == weekday()
    assert AuditEntry.objects.filter(act="withdraw_version").count() == 1


def test_an_unknown_code_is_said(configurator: Client) -> None:
    answer = configurator.get(f"{PROCEDURES}?code=9.999999")

    assert answer.status_code == 404
    assert "Không có thủ tục nào mang mã này" in text(answer)
