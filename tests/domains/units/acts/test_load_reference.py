# SPDX-License-Identifier: Apache-2.0
"""Reference files come into the tables once, and never undo what was changed since."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from motcua.domains.units import queries
from motcua.domains.units.acts.load_reference import load_reference
from motcua.domains.units.acts.rename_agency import Name, rename_agency
from motcua.domains.units.models import (
    Agency,
    AgencyName,
    CalendarDay,
    Commune,
    CommuneName,
    DayKind,
    FormerUnit,
    Province,
)
from motcua.kit import datafiles
from motcua.kit.access import Actor
from motcua.kit.models import AuditEntry, OutboxEvent

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A copy of the reference files that a test may change."""
    for name in ("units", "law"):
        shutil.copytree(datafiles.root() / name, tmp_path / name)
    return tmp_path


def test_the_whole_country_and_all_agencies_are_there(loaded: None) -> None:
    assert Province.objects.count() == 34
    assert Commune.objects.count() == 3321
    assert Commune.objects.filter(province_id="24").count() == 99
    assert FormerUnit.objects.values("code").distinct().count() >= 300
    assert Agency.objects.filter(kind="service_centre").count() == 100
    assert Agency.objects.filter(code_kind="real").values_list("code", flat=True).get() == "H05"


def test_every_agency_with_a_counter_has_its_centre(loaded: None) -> None:
    committees = Agency.objects.filter(kind="people_committee", level="commune")

    assert committees.filter(one_stop=None).count() == 0
    assert all(row.one_stop.commune_id == row.commune_id for row in committees)


def test_a_second_loading_of_the_same_files_changes_nothing(loaded: None) -> None:
    entries = AuditEntry.objects.count()

    assert load_reference(at=NOW) is False
    assert AuditEntry.objects.count() == entries


def test_a_place_that_changed_its_kind_has_two_names(loaded: None) -> None:
    names = CommuneName.objects.filter(commune__province_id="24", kind="ward")

    assert names.on(date(2025, 12, 1)).count() == 33
    assert names.on(date(2026, 11, 1)).count() == 45


def test_a_new_day_in_the_files_is_added_and_told(loaded: None, files: Path) -> None:
    path = files / "law" / "holidays.yaml"
    added = (
        '  - {on: 2028-01-03, kind: observed, name: {vi: "Nghỉ bù", en: "Observed"},'
        ' source: "test", to_verify: false}\n'
    )
    path.write_text(path.read_text("utf-8") + added, "utf-8")

    assert load_reference(at=NOW, data=files) is True
    assert CalendarDay.objects.get(date=date(2028, 1, 3)).kind == DayKind.OBSERVED
    assert OutboxEvent.objects.get(topic="CalendarChanged").payload["first_on"] == "2028-01-03"


def test_an_announced_day_replaces_the_guess(loaded: None, files: Path) -> None:
    assert queries.work_calendar().known_until == date(2026, 12, 31)
    path = files / "law" / "holidays.yaml"
    path.write_text(path.read_text("utf-8").replace("to_verify: true", "to_verify: false"), "utf-8")

    load_reference(at=NOW, data=files)

    assert queries.work_calendar().known_until == date(2027, 12, 31)


def test_files_do_not_undo_a_name_given_since(
    loaded: None, files: Path, configurator: Actor
) -> None:
    agency = queries.agency_by_code("BN-STP")
    rename_agency(
        actor=configurator,
        at=NOW,
        key=uuid4(),
        agency_id=agency.id,
        name=Name(vi="Sở Tư pháp và Thi hành án", en="Department of Justice and Enforcement"),
        valid_from=date(2026, 11, 1),
    )
    path = files / "units" / "agencies.csv"
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")

    load_reference(at=NOW, data=files)

    assert AgencyName.objects.filter(agency_id=agency.id).count() == 2
    assert queries.agency(agency.id).name_vi == "Sở Tư pháp và Thi hành án"
