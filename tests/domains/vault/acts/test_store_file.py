# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import resource
import struct
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from django.core.files.storage import default_storage

from motcua.domains.vault import content, office, pdfs, pictures
from motcua.domains.vault.acts.store_file import LIMIT, store_file
from motcua.domains.vault.kinds import Scan
from motcua.domains.vault.models import StoredFile
from motcua.domains.vault.scanning import Infected
from motcua.kit import files
from tests import files as made
from tests.files import DOCX, PDF, XLSX, archive, picture

PNG = picture()
AT = datetime(2026, 7, 3, 3, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def store(tmp_path: Path, settings) -> None:
    settings.MEDIA_ROOT = tmp_path


def test_the_same_bytes_are_kept_once_under_their_hash() -> None:
    first = store_file(chunks=[PDF[:10], PDF[10:]], name="a.pdf", at=AT)
    second = store_file(chunks=[PDF], name="b.pdf", at=AT)

    assert first.pk == second.pk
    assert (first.media_type, first.size) == ("application/pdf", len(PDF))
    assert b"".join(files.read(first.sha256)) == PDF
    assert default_storage.exists(files.path_of(first.sha256))


GOOD = [
    ("a.pdf", PDF, "application/pdf"),
    ("owner.pdf", made.pdf(encryption=pikepdf.Encryption(user="", owner="x")), "application/pdf"),
    ("a.PNG", PNG, "image/png"),
    ("a.jpg", picture("JPEG"), "image/jpeg"),
    ("a.webp", picture("WEBP"), "image/webp"),
    ("a.docx", DOCX, office.DOCX),
    ("a.xlsx", XLSX, office.XLSX),
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
    ("bomb.docx", archive({"word/document.xml": bytes(30_000_000)}), office.Bomb),
    ("huge.png", PNG[:16] + struct.pack(">II", 60_000, 60_000) + PNG[24:], pictures.BrokenPicture),
    ("bomb.png", picture(size=(20_000, 20_000)), pictures.TooManyPixels),
    ("cut.jpg", picture("JPEG")[:20], pictures.BrokenPicture),
    (
        "macros.docx",
        archive({"word/document.xml": b"x", "word/vbaProject.bin": b"x"}),
        office.Macros,
    ),
    (
        "sheet.xlsx",
        archive({"xl/workbook.xml": b"x", "xl/macrosheets/sheet1.xml": b"x"}),
        office.Macros,
    ),
    ("locked.pdf", made.pdf(encryption=pikepdf.Encryption(user="a", owner="b")), pdfs.Locked),
    ("script.pdf", made.pdf(made.with_javascript), pdfs.Programs),
    ("named.pdf", made.pdf(made.with_named_javascript), pdfs.Programs),
    (
        "packed.pdf",
        made.pdf(made.with_javascript, object_stream_mode=pikepdf.ObjectStreamMode.generate),
        pdfs.Programs,
    ),
    ("launch.pdf", made.pdf(made.with_launch), pdfs.StartsOthers),
    ("broken.pdf", b"%PDF-1.4 rubbish", pdfs.BrokenPdf),
    ("empty pages.pdf", b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n", pdfs.BrokenPdf),
    ("long.pdf", made.pdf(pages=501), pdfs.TooManyPages),
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


def test_a_scan_of_300_pages_is_kept_and_its_pages_are_counted() -> None:
    stored = store_file(chunks=[made.pdf(pages=300)], name="scan.pdf", at=AT)

    assert stored.pages == 300


def test_files_inside_a_pdf_are_remarked_on() -> None:
    stored = store_file(chunks=[made.pdf(made.with_attachment)], name="a.pdf", at=AT)

    assert stored.remarks == ["embedded_files"]


def test_a_pdf_is_never_rewritten() -> None:
    body = made.pdf(made.with_attachment)

    stored = store_file(chunks=[body], name="a.pdf", at=AT)

    assert b"".join(files.read(stored.sha256)) == body


def test_without_a_scanner_a_file_says_that_nobody_scanned_it() -> None:
    stored = store_file(chunks=[PDF], name="a.pdf", at=AT)

    assert (stored.scan, stored.scanned_at) == (Scan.NOT_SCANNED, None)


def test_when_the_scanner_does_not_answer_the_file_waits(settings, unused_port: int) -> None:
    settings.CLAMD_ADDRESS = f"127.0.0.1:{unused_port}"

    stored = store_file(chunks=[PDF], name="a.pdf", at=AT)

    assert (stored.scan, stored.scanned_at) == (Scan.WAITING, None)


def test_what_was_found_harmful_once_is_refused_again() -> None:
    stored = store_file(chunks=[PDF], name="a.pdf", at=AT)
    StoredFile.objects.filter(pk=stored.pk).update(scan=Scan.INFECTED)

    with pytest.raises(Infected):
        store_file(chunks=[PDF], name="a.pdf", at=AT)


def test_a_clean_file_is_kept_as_clean(settings, clamd_address: str) -> None:
    settings.CLAMD_ADDRESS = clamd_address

    stored = store_file(chunks=[PDF], name="a.pdf", at=AT)

    assert (stored.scan, stored.scanned_at) == (Scan.CLEAN, AT)


def test_malware_is_refused_by_the_real_scanner(
    settings, clamd_address: str, tmp_path: Path
) -> None:
    settings.CLAMD_ADDRESS = clamd_address
    carrier = archive({"word/document.xml": b"x", "word/media/a.bin": made.EICAR})

    with pytest.raises(Infected):
        store_file(chunks=[carrier], name="letter.docx", at=AT)

    assert not StoredFile.objects.exists()
    assert list(tmp_path.rglob("*")) == []


def test_a_pdf_that_unfolds_is_refused_before_it_fills_the_memory() -> None:
    bomb = made.unfolding_pdf(400 << 20)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    with pytest.raises(pdfs.BrokenPdf):
        store_file(chunks=[bomb], name="bomb.pdf", at=AT)

    grown_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown_kb < 200 << 10
