# SPDX-License-Identifier: Apache-2.0
"""`motcua procedures check` keeps its contract: keys, exit status, no database."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from motcua.faces.cli.__main__ import main
from motcua.kit import datafiles

KEYS = [
    "catalogue", "configured", "authored", "units", "pairs", "unsound", "unknown_limit",
    "unknown_papers", "unknown_online_level", "to_verify", "own", "seconds",
]  # fmt: skip


def test_the_findings_are_printed_as_json_with_the_keys_people_rely_on(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["procedures", "check", "--json"]) == 0

    found = json.loads(capsys.readouterr().out)
    assert list(found) == KEYS
    assert (found["catalogue"], found["configured"], found["authored"]) == (1982, 1955, 13)
    assert found["unsound"] == []


def test_without_json_the_findings_are_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["procedures", "check"]) == 0

    printed = capsys.readouterr().out
    assert "1,955  of them configured" in printed
    assert "0  unsound" in printed


def test_an_unsound_procedure_is_named_and_ends_with_status_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(datafiles.root(), tmp_path / "data")
    [path] = (tmp_path / "data" / "procedures").rglob("1.001193.yaml")
    path.write_text(path.read_text("utf-8").replace("legal: 1wd", "legal: soon"), "utf-8")
    monkeypatch.setenv("MOTCUA_DATA", str(tmp_path / "data"))

    assert main(["procedures", "check", "--json"]) == 1
    [unsound] = json.loads(capsys.readouterr().out)["unsound"]
    assert unsound["procedure"] == "1.001193"
    assert "soon" in unsound["problem"]


def test_an_unknown_action_is_refused_in_one_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as leaving:
        main(["procedures", "dance"])

    assert leaving.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1
