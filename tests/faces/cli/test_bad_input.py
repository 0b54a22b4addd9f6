# SPDX-License-Identifier: Apache-2.0
"""The named list of bad input at the terminal: exit status and sentence, in each language."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from motcua.domains.payments.models import Difference
from motcua.faces.cli.__main__ import main
from motcua.kit import datafiles
from tests.domains.payments.bank_file import bank_file, line
from tests.domains.payments.conftest import AT

LANGUAGES = {"vi": "vi_VN.UTF-8", "en": "en_GB.UTF-8"}


@pytest.fixture(params=sorted(LANGUAGES))
def language(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("LC_ALL", LANGUAGES[request.param])
    return str(request.param)


def whole() -> bytes:
    return bank_file([line("T1", AT.date(), 5_000, "NOBODY")], AT.date())


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (whole()[: len(whole()) // 2], {"vi": "Tệp bị cắt cụt", "en": "The file is cut off"}),
        (
            whole().decode().encode("utf-16"),
            {"vi": "không ở bảng mã UTF-8", "en": "not written in UTF-8"},
        ),
    ],
)
def test_a_bank_file_cut_in_half_or_in_another_encoding_compares_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, raw: bytes,
    words: dict[str, str],
) -> None:  # fmt: skip
    path = tmp_path / "bank.csv"
    path.write_bytes(raw)

    assert main(["reconcile", str(path)]) == 2

    assert words[language] in capsys.readouterr().err
    assert not Difference.objects.exists()


@pytest.mark.parametrize(
    ("written", "instead", "words"),
    [
        (
            "show_if: {eq: [child.born_at, facility]}", "show_if: {filled: child.facility}",
            {
                "vi": "Điều kiện xét chính trường chứa nó",
                "en": "looks at the very field it stands in",
            },
        ),
        (
            "- name: child.born_at",
            "- name: child.born_at\n          show_if: {filled: child.facility}",
            {"vi": "phụ thuộc vòng tròn vào nhau", "en": "wait for one another"},
        ),
    ],
)  # fmt: skip
def test_a_condition_that_refers_to_itself_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    language: str, written: str, instead: str, words: dict[str, str],
) -> None:  # fmt: skip
    shutil.copytree(datafiles.root(), tmp_path / "data")
    [path] = (tmp_path / "data" / "procedures").rglob("1.001193.yaml")
    text = path.read_text("utf-8")
    assert text.count(written) == 1
    path.write_text(text.replace(written, instead), "utf-8")
    monkeypatch.setenv("MOTCUA_DATA", str(tmp_path / "data"))

    assert main(["procedures", "check"]) == 1

    printed = capsys.readouterr().out
    assert "1.001193" in printed and words[language] in printed
