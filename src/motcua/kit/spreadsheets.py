# SPDX-License-Identifier: Apache-2.0
"""Tables as CSV and Excel files in which no cell is ever carried out as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import xlsxwriter

Cell = str | int | None
Row = Sequence[Cell]

BOM: Final = "\ufeff"
STARTS_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
CELL_MOST: Final = 32_767
WIDEST: Final = 48
XLSX_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def is_formula(cell: Cell) -> bool:
    """Say whether a spreadsheet would take the text for a formula."""
    return isinstance(cell, str) and cell.lstrip(" ").startswith(STARTS_FORMULA)


def csv_lines(rows: Iterable[Row]) -> Iterator[bytes]:
    """Yield the lines of a CSV file in UTF-8 with a byte order mark, which Excel needs.

    A text that looks like a formula gets an apostrophe in front; numbers stay numbers.
    """
    line = io.StringIO()
    writer = csv.writer(line)
    line.write(BOM)
    for row in rows:
        writer.writerow([f"'{cell}" if is_formula(cell) else cell for cell in row])
        yield line.getvalue().encode()
        line.seek(0)
        line.truncate()


def xlsx(title: str, heads: Sequence[str], rows: Iterable[Row]) -> bytes:
    """Return an Excel file of one sheet: bold heads that stay in sight, texts typed as text."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"title": title})
        sheet = book.add_worksheet()
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
        text = book.add_format({"num_format": "@", "quote_prefix": True})
        number = book.add_format({"num_format": "#,##0"})
        sheet.freeze_panes(1, 0)
        for place, head in enumerate(heads):
            sheet.set_column(place, place, min(WIDEST, max(10, len(head) + 2)))
            sheet.write_string(0, place, head, bold)
        for line, row in enumerate(rows, start=1):
            for place, cell in enumerate(row):
                if isinstance(cell, int):
                    sheet.write_number(line, place, cell, number)
                elif cell:
                    style = text if is_formula(cell) else None
                    sheet.write_string(line, place, cell[:CELL_MOST], style)
    return out.getvalue()
