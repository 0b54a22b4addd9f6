# SPDX-License-Identifier: Apache-2.0
"""Reading the folder `data/`: plain values, and one sentence for what cannot be read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from motcua.kit import datafiles
from motcua.kit.datafiles import Unreadable, read_csv, read_jsonl, read_yaml


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MOTCUA_DATA", str(tmp_path))
    return tmp_path


def test_the_folder_beside_the_sources_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MOTCUA_DATA", raising=False)

    assert (datafiles.root() / "law" / "holidays.yaml").is_file()


def test_yaml_gives_texts_and_dates(folder: Path) -> None:
    (folder / "a.yaml").write_text("name: Đào\non: 2026-08-22\n", encoding="utf-8")

    assert read_yaml("a.yaml") == {"name": "Đào", "on": date(2026, 8, 22)}


def test_csv_gives_rows_by_column_and_keeps_quoted_line_ends(folder: Path) -> None:
    (folder / "a.csv").write_text('code,name\n1,"a\nb"\n2\n', encoding="utf-8")

    assert list(read_csv("a.csv")) == [{"code": "1", "name": "a\nb"}, {"code": "2", "name": ""}]


def test_jsonl_gives_a_value_a_line(folder: Path) -> None:
    (folder / "a.jsonl").write_text('{"code": "1.001193"}\n\n[1]\n', encoding="utf-8")

    assert list(read_jsonl("a.jsonl")) == [{"code": "1.001193"}, [1]]


def test_yaml_has_no_hidden_booleans_octals_or_hours(folder: Path) -> None:
    text = "[on, no, Yes, 07210, 07:00, 1_000, 0, -5, 1.5, true, ~, null, 2026-07-03T10:00]"
    (folder / "a.yaml").write_text(text, encoding="utf-8")

    assert read_yaml("a.yaml") == [
        *("on", "no", "Yes", "07210", "07:00", "1_000", 0, -5, 1.5),
        *(True, None, None, "2026-07-03T10:00"),
    ]


def test_yaml_merges_mappings(folder: Path) -> None:
    (folder / "a.yaml").write_text("a: &a {x: 1}\nb: {<<: *a, y: 2}\n", encoding="utf-8")

    assert read_yaml("a.yaml")["b"] == {"x": 1, "y": 2}


@pytest.mark.parametrize(
    "text", ["a: [1\n", "on: 2026-02-30\n", "!!python/object/apply:os.getcwd []\n", "a: \x07\n"]
)
def test_malformed_yaml_is_one_sentence(folder: Path, text: str) -> None:
    (folder / "bad.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(Unreadable, match=r"bad\.yaml is malformed at line \d+\.$"):
        read_yaml("bad.yaml")


@pytest.mark.parametrize("text", ["a,b\n1,2,3\n", "a\n" + "x" * 200_000 + "\n"])
def test_malformed_csv_is_one_sentence(folder: Path, text: str) -> None:
    (folder / "bad.csv").write_text(text, encoding="utf-8")

    with pytest.raises(Unreadable, match=r"bad\.csv is malformed at line 2\.$"):
        list(read_csv("bad.csv"))


def test_malformed_jsonl_names_the_line(folder: Path) -> None:
    (folder / "bad.jsonl").write_text("{}\n{\n", encoding="utf-8")

    with pytest.raises(Unreadable, match=r"malformed at line 2\.$"):
        list(read_jsonl("bad.jsonl"))


def test_a_missing_file_is_one_sentence(folder: Path) -> None:
    with pytest.raises(Unreadable, match=r"absent\.yaml cannot be read: No such file"):
        read_yaml("absent.yaml")


def test_a_file_in_another_encoding_is_one_sentence(folder: Path) -> None:
    (folder / "old.csv").write_bytes("tên\nĐào\n".encode("utf-16"))

    with pytest.raises(Unreadable, match=r"is not written in UTF-8\.$"):
        list(read_csv("old.csv"))
