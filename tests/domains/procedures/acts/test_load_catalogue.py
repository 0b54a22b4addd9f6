# SPDX-License-Identifier: Apache-2.0
"""The files become versions once; what changes in them becomes the next version."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from pytest_django import DjangoDbBlocker

from motcua.domains.procedures import queries
from motcua.domains.procedures.acts.load_catalogue import load_catalogue
from motcua.domains.procedures.acts.publish import Unsound, publish
from motcua.domains.procedures.models import Competence, Procedure, ProcedureVersion
from motcua.domains.units import queries as units
from motcua.kit import datafiles
from motcua.kit.access import Actor
from motcua.kit.models import AuditEntry
from motcua.kit.refusal import Refusal
from tests.domains.procedures.conftest import LOADED_AT, NOW

BIRTH = "1.001193"
GENERATED = "1.000689"
KEPT = (BIRTH, GENERATED, "1.013803")
TODAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real files cut down to three procedures, one of them authored."""
    source, data = datafiles.root(), tmp_path_factory.mktemp("small")
    for name in ("units", "catalogue"):
        shutil.copytree(source / name, data / name)
    [birth] = (source / "procedures").rglob(f"{BIRTH}.yaml")
    (data / "procedures").mkdir()
    shutil.copy(birth, data / "procedures")
    rows = datafiles.read_jsonl(source / "catalogue/procedures.jsonl")
    write(data, [row for row in rows if row["code"] in KEPT])
    return data


@pytest.fixture(scope="module")
def published(reference_rows: None, small: Path, django_db_blocker: DjangoDbBlocker) -> None:
    """The three in the tables, for the tests of this file."""
    with django_db_blocker.unblock():
        load_catalogue(at=LOADED_AT, data=small)


@pytest.fixture
def loaded(published: None, db: None, small: Path, tmp_path: Path) -> Path:
    """The folder that was loaded, as a copy that a test may change."""
    return Path(shutil.copytree(small, tmp_path / "data"))


def write(data: Path, rows: list[dict[str, Any]]) -> None:
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    (data / "catalogue" / "procedures.jsonl").write_text("\n".join(lines) + "\n", "utf-8")


def rewrite(data: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Change the catalogue's rows in place."""
    rows = list(datafiles.read_jsonl(data / "catalogue/procedures.jsonl"))
    for row in rows:
        change(row)
    write(data, rows)


def test_authored_files_win_and_the_rest_is_generated(loaded: Path) -> None:
    assert queries.current(BIRTH, TODAY).source == "authored"
    generated = queries.current(GENERATED, TODAY)
    assert generated.source == "generated"
    assert generated.facts["code"] == GENERATED
    assert generated.to_verify


def test_units_are_competent_as_the_list_says(loaded: Path) -> None:
    centre = queries.competent_units(BIRTH)

    assert len(centre) == 99
    assert {card.kind for card in centre} == {"people_committee"}
    assert [card.key for card in queries.competent_units("1.013803")] == ["BN-STP"]
    assert queries.is_competent(BIRTH, units.agency_by_code("07210").id)
    assert not queries.is_competent(BIRTH, units.agency_by_code("BN-STP").id)
    assert queries.is_competence_certain(BIRTH)


def test_the_same_files_again_change_nothing(loaded: Path) -> None:
    entries = AuditEntry.objects.count()

    assert load_catalogue(at=NOW, data=loaded) is False
    assert AuditEntry.objects.count() == entries
    assert ProcedureVersion.objects.count() == 3


def test_changed_facts_make_another_version_from_that_day_on(loaded: Path) -> None:
    before = queries.current(GENERATED, TODAY)
    rewrite(
        loaded,
        lambda row: row.update(name=row["name"] + " mới") if row["code"] == GENERATED else None,
    )

    assert load_catalogue(at=NOW, data=loaded) is True

    after = queries.current(GENERATED, TODAY)
    assert (after.number, after.valid_from) == (2, TODAY)
    assert queries.current(GENERATED, date(2026, 11, 19)).id == before.id
    assert ProcedureVersion.objects.filter(procedure_id=BIRTH).count() == 1


def test_a_file_changed_back_is_published_again(loaded: Path) -> None:
    path = loaded / "procedures" / f"{BIRTH}.yaml"
    first = path.read_text("utf-8")
    path.write_text(first.replace("beyond_boundary: true", "beyond_boundary: false"), "utf-8")
    load_catalogue(at=NOW, data=loaded)
    path.write_text(first, "utf-8")

    load_catalogue(at=NOW, data=loaded)

    present = queries.current(BIRTH, TODAY)
    assert (present.number, present.beyond_boundary) == (3, True)


def test_what_the_console_published_stays_while_its_file_is_unchanged(
    loaded: Path, configurator: Actor
) -> None:
    row = ProcedureVersion.objects.get(procedure_id=BIRTH)
    publish(
        actor=configurator, at=NOW, key=uuid4(), config={**row.config, "beyond_boundary": False}
    )
    rewrite(loaded, lambda row: row.update(decision="9/QĐ") if row["code"] == GENERATED else None)

    load_catalogue(at=NOW, data=loaded)

    assert queries.current(BIRTH, TODAY).number == 2
    assert queries.current(GENERATED, TODAY).number == 2


def test_a_repealed_procedure_is_closed_and_keeps_its_version(loaded: Path) -> None:
    version = queries.current(GENERATED, TODAY)

    def repeal(row: dict[str, Any]) -> None:
        if row["code"] == GENERATED:
            row.update(repealed=True, status="repealed_evidence:5/QĐ-UBND")

    rewrite(loaded, repeal)

    load_catalogue(at=NOW, data=loaded)

    assert Procedure.objects.get(code=GENERATED).repealed_by == "5/QĐ-UBND"
    assert not queries.is_open(version, TODAY)
    assert [card.code for card in queries.find("khai sinh", on=TODAY)] == [BIRTH]
    assert Competence.objects.filter(procedure_id=GENERATED, valid_to=None).count() == 0


def test_an_unsound_file_stops_the_whole_loading(loaded: Path) -> None:
    path = loaded / "procedures" / f"{BIRTH}.yaml"
    path.write_text(path.read_text("utf-8").replace("legal: 1wd", "legal: 1 day"), "utf-8")
    rewrite(loaded, lambda row: row.update(decision="9/QĐ"))

    with pytest.raises(Unsound) as refusal:
        load_catalogue(at=NOW, data=loaded)

    assert BIRTH in str(refusal.value)
    assert ProcedureVersion.objects.count() == 3


def test_a_competence_of_an_unknown_agency_is_refused(loaded: Path) -> None:
    path = loaded / "catalogue" / "competence.csv"
    path.write_text(
        path.read_text("utf-8").replace("1.013803,province,H05.19", "1.013803,province,H77"),
        "utf-8",
    )

    with pytest.raises(Refusal, match="H77"):
        load_catalogue(at=NOW, data=loaded)


def test_one_code_in_two_files_is_refused(loaded: Path) -> None:
    folder = loaded / "procedures"
    shutil.copy(folder / f"{BIRTH}.yaml", folder / "again.yaml")

    with pytest.raises(Refusal, match=BIRTH):
        load_catalogue(at=NOW, data=loaded)
