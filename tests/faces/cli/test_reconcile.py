# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from motcua.faces.cli import reconcile
from motcua.rules.reconciliation import BankFileError
from tests.domains.payments.bank_file import bank_file, line
from tests.domains.payments.conftest import AT


def run(path: Path, *, as_json: bool = False) -> int:
    return reconcile.run(argparse.Namespace(file=path, json=as_json))


@pytest.fixture
def day(tmp_path: Path) -> Path:
    path = tmp_path / "bank.csv"
    path.write_bytes(bank_file([line("T1", AT.date(), 5_000, "NOBODY")], AT.date()))
    return path


@pytest.mark.django_db
def test_differences_are_printed_and_told_by_the_exit_status(
    day: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(day) == 1
    assert "unknown_reference: NOBODY T1: expected None, got 5000" in capsys.readouterr().out

    assert run(day, as_json=True) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["compared_before"] is True
    assert told["differences"][0]["kind"] == "unknown_reference"


@pytest.mark.django_db
def test_a_clean_day_is_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bank.csv"
    path.write_bytes(bank_file([], AT.date()))

    assert run(path) == 0
    assert capsys.readouterr().out == "0 lines, 0 matched, 0 differences\n"


def test_a_file_that_is_not_there_or_too_large_cannot_be_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(BankFileError, match="cannot be read"):
        run(tmp_path / "none.csv")

    monkeypatch.setattr(reconcile, "LARGEST", 3)
    (tmp_path / "long.csv").write_bytes(b"1234")
    with pytest.raises(BankFileError, match="larger"):
        run(tmp_path / "long.csv")
