# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import io
import struct
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.files.storage import default_storage

from motcua.domains.vault import content
from motcua.domains.vault.acts.store_file import LIMIT, store_file
from motcua.domains.vault.models import StoredFile
from motcua.kit import files

AT = datetime(2026, 7, 3, 3, 0, tzinfo=UTC)
PDF = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 10, 10) + b"\x08\x02\x00\x00\x00"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def store(tmp_path: Path, settings) -> None:
    settings.MEDIA_ROOT = tmp_path


def archive(entries: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, body in entries.items():
            packed.writestr(name, body)
    return buffer.getvalue()


def test_the_same_bytes_are_kept_once_under_their_hash() -> None:
    first = store_file(chunks=[PDF[:10], PDF[10:]], name="a.pdf", at=AT)
    second = store_file(chunks=[PDF], name="b.pdf", at=AT)

    assert first.pk == second.pk
    assert (first.media_type, first.size) == ("application/pdf", len(PDF))
    assert b"".join(files.read(first.sha256)) == PDF
    assert default_storage.exists(files.path_of(first.sha256))


GOOD = [
    ("a.pdf", PDF, "application/pdf"),
    ("a.PNG", PNG, "image/png"),
    ("a.jpg", b"\xff\xd8\xff\xe0" + bytes(40), "image/jpeg"),
    ("a.docx", archive({"[Content_Types].xml": b"x", "word/document.xml": b"x"}), content.DOCX),
    ("a.xlsx", archive({"[Content_Types].xml": b"x", "xl/workbook.xml": b"x"}), content.XLSX),
]


@pytest.mark.parametrize(("name", "body", "media_type"), GOOD)
def test_accepted_types_are_told_by_content(name: str, body: bytes, media_type: str) -> None:
    assert store_file(chunks=[body], name=name, at=AT).media_type == media_type


BAD = [
    ("empty.pdf", b"", content.Empty),
    ("note.txt", b"hello", content.UnknownType),
    ("run.pdf", b"MZ" + bytes(200), content.UnknownType),
    ("page.pdf", b"<html><script>alert(1)</script>", content.UnknownType),
    ("lie.jpg", PDF, content.LyingName),
    ("lie.pdf", PNG, content.LyingName),
    ("noending", PDF, content.LyingName),
    ("archive.zip", archive({"a.txt": b"x"}), content.UnknownType),
    ("cut.docx", archive({"word/document.xml": b"x"})[:40], content.UnknownType),
    ("bomb.docx", archive({"word/document.xml": bytes(30_000_000)}), content.Bomb),
    ("huge.png", PNG[:16] + struct.pack(">II", 60_000, 60_000) + PNG[24:], content.Bomb),
]


@pytest.mark.parametrize(("name", "body", "fault"), BAD, ids=[row[0] for row in BAD])
def test_a_bad_file_is_refused_and_nothing_is_kept(
    name: str, body: bytes, fault: type[Exception], tmp_path: Path
) -> None:
    with pytest.raises(fault):
        store_file(chunks=[body], name=name, at=AT)

    assert not StoredFile.objects.exists()
    assert list(tmp_path.rglob("*")) == []


def test_reading_stops_at_the_limit() -> None:
    taken = 0

    def endless():
        nonlocal taken
        while True:
            taken += 1 << 20
            yield bytes(1 << 20)

    with pytest.raises(files.TooLarge, match="20"):
        store_file(chunks=endless(), name="a.pdf", at=AT)

    assert taken == LIMIT + (1 << 20)
