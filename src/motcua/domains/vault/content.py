# SPDX-License-Identifier: Apache-2.0
"""What a file really is, judged by its bytes and never by its name."""

from __future__ import annotations

import struct
import zipfile
from pathlib import PurePath
from typing import IO

import filetype
from django.utils.translation import gettext_lazy

from motcua.kit.faults import Fault

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ENDINGS = {
    "application/pdf": {"pdf"},
    "image/jpeg": {"jpg", "jpeg"},
    "image/png": {"png"},
    "image/webp": {"webp"},
    DOCX: {"docx"},
    XLSX: {"xlsx"},
}
UNPACKED_LIMIT = 200 << 20
RATIO_LIMIT = 100
ENTRIES_LIMIT = 5_000
PIXEL_LIMIT = 100_000_000


class UnknownType(Fault):
    """The content is of no accepted type."""

    sentence = gettext_lazy("Only PDF, JPEG, PNG, WebP, DOCX and XLSX files are accepted.")


class LyingName(Fault):
    """The name promises another type than the content is."""

    sentence = gettext_lazy("The file is not what its name says. Save it again in its true format.")


class Bomb(Fault):
    """Unpacking the file would flood the machine."""

    sentence = gettext_lazy("The file unpacks to far more than it should and was refused.")


class Empty(Fault):
    """No bytes came."""

    sentence = gettext_lazy("The file is empty.")


def media_type_of(file: IO[bytes], *, name: str) -> str:
    """Return the media type by content; raises Empty, UnknownType, LyingName or Bomb."""
    file.seek(0)
    head = file.read(8192)
    if not head:
        raise Empty
    media_type = _by_content(file, head)
    if media_type not in ENDINGS:
        raise UnknownType
    if PurePath(name).suffix.lower().lstrip(".") not in ENDINGS[media_type]:
        raise LyingName
    if media_type == "image/png":
        _refuse_huge_picture(head)
    return media_type


def _by_content(file: IO[bytes], head: bytes) -> str:
    if head.startswith(b"PK\x03\x04"):
        return _office_type(file)
    kind = filetype.guess(head)
    return kind.mime if kind else ""


def _office_type(file: IO[bytes]) -> str:
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError):
        return ""
    _refuse_bomb(entries)
    names = {entry.filename for entry in entries}
    if "word/document.xml" in names:
        return DOCX
    return XLSX if "xl/workbook.xml" in names else ""


def _refuse_bomb(entries: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries) or 1
    if len(entries) > ENTRIES_LIMIT or unpacked > UNPACKED_LIMIT or unpacked / packed > RATIO_LIMIT:
        raise Bomb


def _refuse_huge_picture(head: bytes) -> None:
    if len(head) >= 24:
        width, height = struct.unpack(">II", head[16:24])
        if width * height > PIXEL_LIMIT:
            raise Bomb
