# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import json
from argparse import Namespace
from datetime import date

import pytest

from motcua.domains.dossiers.models import Dossier
from motcua.faces.cli import verdict
from motcua.faces.cli.parsers import USAGE_ERROR, OneSentenceParser
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


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["verdict"], "the following arguments are required: --on"),
        (["verdict", "--on", "2026-13-22"], "'2026-13-22' is not a day; write it as 2026-07-10"),
        (["verdict", "--on", "2026-02-30"], "'2026-02-30' is not a day; write it as 2026-07-10"),
        (["verdict", "--on", "hôm qua"], "'h\\xf4m qua' is not a day; write it as 2026-07-10"),
    ],
)
def test_a_day_is_needed_and_must_exist(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    parser = OneSentenceParser()
    verdict.register(parser.add_subparsers())

    with pytest.raises(SystemExit) as left:
        parser.parse_args(words)

    (line,) = capsys.readouterr().err.splitlines()
    assert left.value.code == USAGE_ERROR
    assert line.endswith(f"{said}.")
