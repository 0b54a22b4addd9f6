# SPDX-License-Identifier: Apache-2.0
"""The contract of `motcua due`, through the command line as people's scripts call it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from motcua.faces.cli.__main__ import main

BAD = {
    "an impossible date": ["--received", "2026-02-30T10:00", "--limit", "5wd"],
    "the year 0": ["--received", "0000-01-01T10:00", "--limit", "5wd"],
    "a year out of range": ["--received", "9999-12-31T23:59", "--limit", "5wd"],
    "no moment": ["--received", "tomorrow", "--limit", "5wd"],
    "a malformed limit": ["--received", "2026-07-03T10:00", "--limit", "5 days"],
    "a negative limit": ["--received", "2026-07-03T10:00", "--limit", "-5wd"],
    "a negative limit after =": ["--received", "2026-07-03T10:00", "--limit=-5wd"],
    "a limit of nothing": ["--received", "2026-07-03T10:00", "--limit", "0wd"],
    "a huge limit": ["--received", "2026-07-03T10:00", "--limit", "99999999wd"],
    "a limit past all years": ["--received", "2026-07-03T10:00", "--limit", "9999m"],
    "a lone surrogate": ["--received", "2026-07-03T10:00", "--limit", "\udcff"],
    "no limit": ["--received", "2026-07-03T10:00"],
    "an unknown option": ["--received", "2026-07-03T10:00", "--limit", "5wd", "--fast\nnow"],
    "a shortened option": ["--rec", "2026-07-03T10:00", "--limit", "5wd"],
    "nothing": [],
}
BAD_PAUSES = {
    "before receipt": "2026-07-03T09:59/2026-07-06T10:00",
    "open": "2026-07-06T10:00/",
    "one moment": "2026-07-06T10:00",
    "backwards": "2026-07-06T10:00/2026-07-06T09:00",
    "an impossible date": "2026-07-06T10:00/2026-07-32T09:00",
    "empty": "",
}


def due(*words: str) -> list[str]:
    return ["due", "--received", "2026-07-03T10:00", "--limit", "5wd", *words]


def test_the_example_of_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(due("--pause", "2026-07-06T08:00/2026-07-08T14:00"))

    assert status == 0
    assert capsys.readouterr() == ("2026-07-14T16:00:00+07:00\n", "")


def test_pauses_may_be_repeated_and_overlap(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(
        due(
            *("--pause", "2026-07-07T08:00/2026-07-08T14:00"),
            *("--pause", "2026-07-06T08:00/2026-07-07T09:00"),
        )
    )

    assert status == 0
    assert capsys.readouterr().out == "2026-07-14T16:00:00+07:00\n"


def test_other_zones_are_converted(capsys: pytest.CaptureFixture[str]) -> None:
    main(["due", "--received", "2026-07-03T03:00:30Z", "--limit", "same-day"])
    main(["due", "--received", "2026-07-03T03:00:30Z", "--limit", "1wd"])

    assert capsys.readouterr().out.split() == [
        "2026-07-03T17:00:00+07:00",
        "2026-07-06T10:00:30+07:00",
    ]


@pytest.mark.parametrize("words", BAD.values(), ids=BAD.keys())
def test_bad_input_is_one_sentence_and_status_2(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert _status(["due", *words]) == 2

    out, error = capsys.readouterr()
    assert out == ""
    assert error.startswith("motcua")
    assert error.endswith(".\n")
    assert error.count("\n") == 1


@pytest.mark.parametrize("pause", BAD_PAUSES.values(), ids=BAD_PAUSES.keys())
def test_a_bad_pause_is_one_sentence_and_status_2(
    pause: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _status(due("--pause", pause)) == 2

    out, error = capsys.readouterr()
    assert out == ""
    assert error.count("\n") == 1


@pytest.mark.parametrize("words", [[], ["fly"], ["-x"], ["du"]])
def test_an_unknown_command_is_one_sentence_and_status_2(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert _status(words) == 2

    assert capsys.readouterr().err.count("\n") == 1


def test_help_lists_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert _status(["--help"]) == 0

    assert "print when a dossier is due" in capsys.readouterr().out


def test_a_missing_calendar_is_one_sentence_and_status_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MOTCUA_DATA", str(tmp_path))

    assert main(due()) == 1

    assert "holidays.yaml cannot be read: No such file or directory.\n" in capsys.readouterr().err


def test_a_broken_calendar_is_one_sentence_and_status_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "law").mkdir()
    (tmp_path / "law" / "holidays.yaml").write_text("days: [{on: 2026-01-01}]\n")
    (tmp_path / "law" / "office_hours.yaml").write_text("office_hours: []\n")
    monkeypatch.setenv("MOTCUA_DATA", str(tmp_path))

    assert main(due()) == 1

    assert capsys.readouterr().err.count("\n") == 1


def test_it_needs_neither_django_nor_a_driver_of_a_database() -> None:
    script = (
        "import sys\n"
        "from motcua.faces.cli.__main__ import main\n"
        f"main({due()!r})\n"
        "print([name for name in ('django', 'psycopg', 'jinja2') if name in sys.modules])\n"
    )

    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, env=_bare()
    )

    assert result.stdout == "2026-07-10T10:00:00+07:00\n[]\n"


def test_a_full_disk_is_one_sentence_without_a_traceback() -> None:
    with open("/dev/full", "w") as full:
        result = subprocess.run(
            [sys.executable, "-m", "motcua.faces.cli", *due()],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env=_bare(),
        )

    assert result.returncode == 1
    assert result.stderr == "motcua due: No space left on device.\n"


def _bare() -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(sys.path)}


def _status(words: list[str]) -> int:
    try:
        return main(words)
    except SystemExit as left:
        assert isinstance(left.code, int)
        return left.code
