# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import csv
import io
import zipfile
from xml.etree import ElementTree as Tree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.kit.spreadsheets import csv_lines, is_formula, xlsx

EVIL = [
    "=1+1", "+84912345678", "-2", "@SUM(A1)", "\t=1", "\r=1", "  =cmd|'/c calc'!A0", "＝1+1",
    '=HYPERLINK("http://x","y")', "{=1}", "'=1",
]  # fmt: skip
NAMES = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def sheet(body: bytes) -> Tree.Element:
    with zipfile.ZipFile(io.BytesIO(body)) as book:
        return Tree.fromstring(book.read("xl/worksheets/sheet1.xml"))


def texts(body: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(body)) as book:
        root = Tree.fromstring(book.read("xl/sharedStrings.xml"))
    return [one.text or "" for one in root.findall(".//s:t", NAMES)]


def read(lines: list[bytes]) -> list[list[str]]:
    return list(csv.reader(io.StringIO(b"".join(lines).decode("utf-8-sig"))))


@pytest.mark.parametrize("text", EVIL)
def test_no_text_becomes_a_formula_in_excel(text: str) -> None:
    root = sheet(xlsx("t", ["a"], [[text]]))

    assert root.findall(".//s:f", NAMES) == []
    cell = root.findall(".//s:row", NAMES)[1][0]
    assert cell.get("t") == "s"


@pytest.mark.parametrize("text", EVIL[:9])
def test_a_text_like_a_formula_is_escaped_in_csv(text: str) -> None:
    [[cell]] = read(list(csv_lines([[text]])))

    assert is_formula(text) and cell == f"'{text}"


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\n\0"), max_size=40))
def test_no_cell_of_a_csv_file_begins_like_a_formula(text: str) -> None:
    [row] = read(list(csv_lines([[text, "x"]])))

    assert not row[0].lstrip(" ").startswith(("=", "+", "-", "@", "\t"))


def test_numbers_stay_numbers_even_below_zero() -> None:
    root = sheet(xlsx("t", ["a"], [[-5], [None], [""]]))

    numbers = [cell for cell in root.findall(".//s:c", NAMES) if cell.get("t") is None]
    assert [cell.findtext("s:v", None, NAMES) for cell in numbers] == ["-5"]
    assert b"-5" in b"".join(csv_lines([[-5]]))


def test_vietnamese_comes_through_both() -> None:
    words = "Nguyễn Thị Ẩn Ữ"

    assert next(csv_lines([[words]])).startswith(b"\xef\xbb\xbf")
    assert texts(xlsx("t", ["a"], [[words]])) == ["a", words]


def test_a_text_longer_than_a_cell_is_cut_and_not_lost() -> None:
    assert [len(text) for text in texts(xlsx("t", ["a"], [["x" * 40_000]]))] == [1, 32_767]
