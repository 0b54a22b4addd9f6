# SPDX-License-Identifier: Apache-2.0
"""The check of the files counts what there is and names what cannot run."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from motcua.domains.procedures.queries import check
from motcua.kit import datafiles

BIRTH = "1.001193.yaml"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """The real files, with a catalogue of a hundred rows."""
    for name in ("units", "catalogue"):
        shutil.copytree(datafiles.root() / name, tmp_path / name)
    [birth] = (datafiles.root() / "procedures").rglob(BIRTH)
    (tmp_path / "procedures").mkdir()
    shutil.copy(birth, tmp_path / "procedures")
    path = tmp_path / "catalogue" / "procedures.jsonl"
    lines = path.read_text("utf-8").splitlines()
    authored = [line for line in lines if '"1.001193"' in line[:30]]
    path.write_text("\n".join([*lines[:99], *authored]) + "\n", "utf-8")
    return tmp_path


def change(path: Path, before: str, after: str) -> None:
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


def test_the_files_of_the_province_are_sound_and_counted() -> None:
    findings = check()

    assert (findings.catalogue, findings.configured, findings.authored) == (1982, 1955, 13)
    assert (findings.units, findings.pairs, findings.own) == (115, 26_957, 3)
    assert findings.unsound == ()
    assert 0 < findings.unknown_limit < findings.to_verify
    assert findings.unknown_online_level == 1830


def test_a_faulty_file_is_named(files: Path) -> None:
    change(files / "procedures" / BIRTH, "legal: 1wd", "legal: one day")

    [unsound] = check(files).unsound

    assert (unsound.procedure, unsound.unit, unsound.problem.part) == ("1.001193", None, "limit")


def test_an_agency_that_is_not_in_the_list_is_named_with_its_procedure(files: Path) -> None:
    change(
        files / "catalogue" / "competence.csv",
        "1.000005,commune,H05.93",
        "1.000005,commune,H05.999",
    )

    [unsound] = check(files).unsound

    assert (unsound.procedure, unsound.unit) == ("1.000005", "H05.999")


def test_an_agency_without_a_centre_cannot_run_anything(files: Path) -> None:
    change(files / "units" / "agencies.csv", "BN-C07210,BN,BN-C07210-PVHCC", "BN-C07210,BN,")

    found = check(files).unsound

    assert found
    assert {unsound.problem.part for unsound in found} == {"unit"}
    assert len({unsound.unit for unsound in found}) == 1


def test_a_file_for_a_procedure_that_is_not_configured_is_named(files: Path) -> None:
    change(files / "procedures" / BIRTH, 'code: "1.001193"', 'code: "9.000009"')

    assert [unsound.procedure for unsound in check(files).unsound] == ["9.000009"]
