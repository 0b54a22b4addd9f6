# SPDX-License-Identifier: Apache-2.0
"""What a file really is, judged by its bytes and never by its name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import IO

import filetype
from django.utils.translation import gettext_lazy

from motcua.domains.vault import office, pdfs, pictures
from motcua.domains.vault.office import DOCX, XLSX
from motcua.kit.faults import Fault

PDF = "application/pdf"
PICTURES = frozenset({"image/jpeg", "image/png", "image/webp"})
ENDINGS = {
    PDF: {"pdf"},
    "image/jpeg": {"jpg", "jpeg"},
    "image/png": {"png"},
    "image/webp": {"webp"},
    DOCX: {"docx"},
    XLSX: {"xlsx"},
}


class UnknownType(Fault):
    """The content is of no accepted type."""

    sentence = gettext_lazy("Only PDF, JPEG, PNG, WebP, DOCX and XLSX files are accepted.")


class LyingName(Fault):
    """The name promises another type than the content is."""

    sentence = gettext_lazy("The file is not what its name says. Save it again in its true format.")


class Empty(Fault):
    """No bytes came."""

    sentence = gettext_lazy("The file is empty.")


@dataclass(frozen=True, slots=True)
class Content:
    """What was seen in a file; `remarks` are codes of what is allowed but worth knowing."""

    media_type: str
    pages: int | None = None
    remarks: tuple[str, ...] = ()


def looked_at(file: IO[bytes], *, name: str) -> Content:
    """Return what the file is.

    Raises Empty, UnknownType, LyingName and the faults of `pdfs`, `pictures` and `office`.
    """
    media_type = _media_type(file, name)
    file.seek(0)
    if media_type == PDF:
        return Content(media_type, *pdfs.look(file))
    if media_type in PICTURES:
        pictures.look(file)
        return Content(media_type, 1)
    return Content(media_type, None, office.look(file))


def _media_type(file: IO[bytes], name: str) -> str:
    file.seek(0)
    head = file.read(8192)
    if not head:
        raise Empty
    media_type = _by_content(file, head)
    if media_type not in ENDINGS:
        raise UnknownType
    if PurePath(name).suffix.lower().lstrip(".") not in ENDINGS[media_type]:
        raise LyingName
    return media_type


def _by_content(file: IO[bytes], head: bytes) -> str:
    if head.startswith(b"PK\x03\x04"):
        return office.type_of(file)
    kind = filetype.guess(head)
    return kind.mime if kind else ""
