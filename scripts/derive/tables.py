# SPDX-License-Identifier: Apache-2.0
"""Read the shared tables and write ours: UTF-8, NFC, LF, one blank between words."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Row = dict[str, str]


def clean(text: str) -> str:
    """Return the text in NFC with runs of white space made one blank."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def fold(text: str) -> str:
    """Return the text in lower-case ASCII letters, without Vietnamese marks."""
    plain = clean(text).lower().replace("đ", "d")
    return "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))


def cleaned(value: Any) -> Any:
    """Return a JSON value with every text in it cleaned and whole numbers written whole."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [cleaned(one) for one in value]
    if isinstance(value, dict):
        return {key: cleaned(one) for key, one in value.items()}
    return value


@dataclass(frozen=True)
class Folder:
    """A folder of tables, read or written by their names below it."""

    path: Path

    def rows(self, name: str) -> list[Row]:
        """Return the rows of a CSV file, cleaned."""
        with (self.path / name).open(encoding="utf-8", newline="") as stream:
            return [
                {key: clean(value or "") for key, value in row.items()}
                for row in csv.DictReader(stream)
            ]

    def records(self, name: str) -> Iterator[dict[str, Any]]:
        """Yield the records of a file with one JSON mapping a line, cleaned."""
        with (self.path / name).open(encoding="utf-8") as stream:
            for line in stream:
                yield cleaned(json.loads(line))

    def write_rows(
        self, name: str, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]
    ) -> dict[str, int]:
        """Write a CSV file with exactly these columns; return its row count by name."""
        text = io.StringIO()
        writer = csv.DictWriter(text, columns, lineterminator="\n")
        writer.writeheader()
        count = 0
        for row in rows:
            writer.writerow(row)
            count += 1
        self._write(name, text.getvalue())
        return {name: count}

    def write_records(self, name: str, records: Iterable[Mapping[str, Any]]) -> dict[str, int]:
        """Write one compact JSON mapping a line; return the count by name."""
        lines = [
            json.dumps(cleaned(record), ensure_ascii=False, separators=(",", ":"))
            for record in records
        ]
        self._write(name, "\n".join(lines) + "\n")
        return {name: len(lines)}

    def _write(self, name: str, text: str) -> None:
        target = self.path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
