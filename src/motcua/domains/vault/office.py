# SPDX-License-Identifier: Apache-2.0
"""Office files are archives: looked into without unpacking them."""

from __future__ import annotations

import zipfile
from collections.abc import Collection
from typing import IO, Final

from django.utils.translation import gettext_lazy

from motcua.kit.faults import Fault

DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
UNPACKED_LIMIT: Final = 200 << 20
RATIO_LIMIT: Final = 100
ENTRIES_LIMIT: Final = 5_000
MACROS: Final = ("vbaproject.bin", "vbadata.xml")
ACTIVE: Final = ("/activex/", "/macrosheets/", "/dialogsheets/")
EMBEDDED: Final = "/embeddings/"


class Bomb(Fault):
    """Unpacking the file would flood the machine."""

    sentence = gettext_lazy("The file unpacks to far more than it should and was refused.")


class Macros(Fault):
    """The file carries program code."""

    sentence = gettext_lazy(
        "The file contains macros, small programs. Save it without macros, or as PDF, and send it"
        " again."
    )


def type_of(file: IO[bytes]) -> str:
    """Return the media type of an archive, "" when it is no office file. Raises Bomb."""
    names = _names(file)
    if "word/document.xml" in names:
        return DOCX
    return XLSX if "xl/workbook.xml" in names else ""


def look(file: IO[bytes]) -> tuple[str, ...]:
    """Return the remarks on an office file. Raises Macros."""
    names = _names(file)
    lowered = [f"/{name.lower()}" for name in names]
    if any(name.endswith(MACROS) or any(part in name for part in ACTIVE) for name in lowered):
        raise Macros
    return ("embedded_files",) if any(EMBEDDED in name for name in lowered) else ()


def _names(file: IO[bytes]) -> Collection[str]:
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError):
        return ()
    _refuse_bomb(entries)
    return {entry.filename for entry in entries}


def _refuse_bomb(entries: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries) or 1
    if len(entries) > ENTRIES_LIMIT or unpacked > UNPACKED_LIMIT or unpacked / packed > RATIO_LIMIT:
        raise Bomb
