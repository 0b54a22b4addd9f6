# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from datetime import date

import pytest

from motcua.domains.dossiers.models import Dossier
from motcua.faces.cli import verdict
from motcua.kit.clock import VN
from tests.faces.cli.conftest import Seed


def test_one_dossier_on_its_first_day(seeded: Seed, capsys: pytest.CaptureFixture[str]) -> None:
    seeded(1)
    row = Dossier.objects.get()
    on = row.submitted_at.astimezone(VN).date()

    status = verdict.run(Namespace(code=row.code.lower(), on=on, json=True))

    found = json.loads(capsys.readouterr().out)
    assert (status, found["code"], found["on"]) == (0, row.code, on.isoformat())


def test_all_dossiers_are_counted(seeded: Seed, capsys: pytest.CaptureFixture[str]) -> None:
    seeded(40)

    status = verdict.run(Namespace(code="", on=date(2099, 1, 1), json=True))

    assert status == 0
    assert sum(json.loads(capsys.readouterr().out).values()) == 40


def test_a_dossier_nobody_knows_is_said_so(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    asked = Namespace(code="H05.42-261122-0001", on=date(2026, 1, 1), json=False)

    assert verdict.run(asked) == 1
    assert "no such dossier" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["verdict"], ["verdict", "--on", "2026-02-30"]])
def test_a_day_is_needed_and_must_exist(words: list[str]) -> None:
    parser = ArgumentParser()
    verdict.register(parser.add_subparsers())

    with pytest.raises(SystemExit):
        parser.parse_args(words)
