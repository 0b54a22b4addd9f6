# SPDX-License-Identifier: Apache-2.0
"""`motcua print` writes a whole file or none, and says in a sentence why not."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

import pytest

from motcua.domains.dossiers.models import Slip
from motcua.domains.dossiers.slip_kinds import SlipKind
from motcua.faces.cli import print as command
from motcua.faces.cli import ready
from motcua.faces.cli.__main__ import main
from motcua.kit.faults import Fault
from motcua.kit.refusal import Refusal
from motcua.rules.numbering import NumberError
from tests.domains.dossiers.conftest import Town
from tests.domains.dossiers.slips.walked import WALKS

Printed = Callable[..., int]


@pytest.fixture(autouse=True)
def store(tmp_path: Path, settings) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"


def written(form: str, code: str, out: Path) -> int:
    return command.run(Namespace(form=form, code=code, out=str(out)))


@pytest.mark.parametrize("kind", list(WALKS))
def test_every_form_is_written(town: Town, tmp_path: Path, kind: SlipKind) -> None:
    out = tmp_path / "form.pdf"

    assert written(str(kind), WALKS[kind](town), out) == 0

    assert out.read_bytes().startswith(b"%PDF-")


def test_the_register_is_written(town: Town, tmp_path: Path) -> None:
    out = tmp_path / "register.pdf"

    assert written("register", town.received().lower(), out) == 0

    assert out.read_bytes().startswith(b"%PDF-")


def test_printing_again_gives_the_same_paper(town: Town, tmp_path: Path) -> None:
    code, out, again = town.received(), tmp_path / "1.pdf", tmp_path / "2.pdf"

    written("receipt", code, out)
    written("receipt", code, again)

    assert out.read_bytes() == again.read_bytes()
    assert Slip.objects.count() == 1


@pytest.mark.parametrize(
    ("form", "code", "error"),
    [
        ("receipt", "not-a-code", NumberError),
        ("receipt", "H05.42-260703-9999", Refusal),
        ("register", "H05.42-260703-9999", Refusal),
    ],
)
def test_a_wrong_code_writes_nothing(
    town: Town, tmp_path: Path, form: str, code: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        written(form, code, tmp_path / "x.pdf")

    assert not list(tmp_path.glob("*.pdf"))


def test_a_form_whose_time_has_not_come_writes_nothing(town: Town, tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    out.write_bytes(b"old")

    with pytest.raises(Fault):
        written("refusal", town.received(), out)

    assert out.read_bytes() == b"old" and not list(tmp_path.glob(".x.pdf*"))


def test_an_act_that_refuses_is_told_in_a_sentence(
    town: Town, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ready, "prepare", lambda: None)
    words = ["print", "refusal", town.received(), "--out", str(tmp_path / "x.pdf")]

    assert main(words) == 1

    told = capsys.readouterr().err
    assert told.startswith("motcua print: ") and told.count("\n") == 1


@pytest.mark.parametrize("out", ["missing/x.pdf", "."])
def test_a_place_that_cannot_be_written_takes_no_number(
    town: Town, tmp_path: Path, out: str
) -> None:
    with pytest.raises(Refusal):
        written("receipt", town.received(), tmp_path / out)

    assert Slip.objects.count() == 0


@pytest.mark.parametrize(
    "words",
    [["print", "nonsense", "H05.43-260703-0001", "--out", "x.pdf"],
     ["print", "receipt", "--out", "x.pdf"], ["print", "receipt", "H05.43-260703-0001"]],
)  # fmt: skip
def test_a_wrong_command_line_is_told_in_one_line(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(words)

    assert left.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_the_help_names_every_form(capsys: pytest.CaptureFixture[str]) -> None:
    parser = ArgumentParser()
    command.register(parser.add_subparsers())

    with pytest.raises(SystemExit):
        parser.parse_args(["print", "--help"])

    told = capsys.readouterr().out
    assert all(str(kind) in told for kind in SlipKind)
