# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import hashlib
import io
from pathlib import Path
from uuid import UUID

import pytest
import typst
from PIL import Image

from motcua.domains.vault import queries
from motcua.domains.vault.acts import read_paper as module
from motcua.domains.vault.acts.read_paper import read_paper
from motcua.domains.vault.kinds import ReadingState, Scan
from motcua.domains.vault.models import Reading, StoredFile
from motcua.kit import files, recognition, typeset
from tests import files as made
from tests.domains.vault.papers import AT, filed, now

pytestmark = pytest.mark.django_db
TEMPLATE = Path(__file__).parents[1] / "files" / "certificate.typ"
VALUES = {"number": "125/GXN-UBND"}
needs_reader = pytest.mark.skipif(
    not recognition.available(), reason=f"no reader here: apt-get install {recognition.PACKAGES}"
)


def certificate() -> bytes:
    return typeset.pdf(TEMPLATE, VALUES)


def scanned(form: str) -> bytes:
    """The certificate as a slightly turned scan, without a text layer."""
    compiler = typst.Compiler(
        TEMPLATE, font_paths=list(typeset.font_paths()), ignore_system_fonts=True,
        sys_inputs={"values": '{"number": "125/GXN-UBND"}'},
    )  # fmt: skip
    page = Image.open(io.BytesIO(compiler.compile(format="png", ppi=200))).convert("L")
    buffer = io.BytesIO()
    page.rotate(0.5, fillcolor="white").save(buffer, form, resolution=200)
    return buffer.getvalue()


def reading(code: UUID) -> queries.ReadingCard:
    card = queries.reading_of(now(code).id)
    assert card is not None
    return card


@needs_reader
@pytest.mark.parametrize(
    ("body", "name", "engine"),
    [
        (certificate, "born.pdf", "pdftotext"),
        (lambda: scanned("PDF"), "scan.pdf", "tesseract"),
        (lambda: scanned("JPEG"), "scan.jpg", "tesseract"),
    ],
    ids=["text layer", "scan", "photograph"],
)
def test_a_paper_is_read_beside_its_untouched_bytes(body, name: str, engine: str) -> None:
    content = body()
    code = filed(content, name=name)

    assert read_paper(at=AT) and not read_paper(at=AT)

    card = reading(code)
    found = dict(card.fields)
    assert (card.state, card.engine, card.read_at) == (ReadingState.DONE, engine, AT)
    assert found["id_number"] == "027190000019"
    assert found["owner_name"] == "Nguyễn Thị Lan"
    assert found["number_symbol"] == "125/GXN-UBND"
    assert (found["issued_on"], found["valid_until"]) == ("2026-07-02", "2027-01-02")
    kept = b"".join(queries.content(queries.paper(code)))
    assert hashlib.sha256(kept).digest() == hashlib.sha256(content).digest()


@needs_reader
def test_of_a_long_scan_the_first_pages_are_read_and_the_page_says_so(monkeypatch) -> None:
    monkeypatch.setattr(module, "MOST_PAGES", 2)
    code = filed(made.pdf(pages=300), name="long.pdf")

    read_paper(at=AT)

    card = reading(code)
    assert (card.state, card.pages_read, card.note) == (ReadingState.DONE, 2, "first_pages")


@needs_reader
def test_what_no_program_can_read_is_said_to_be_unreadable() -> None:
    code = filed()
    files.default_storage.delete(files.path_of(StoredFile.objects.get().sha256))

    assert read_paper(at=AT)

    assert (reading(code).state, reading(code).note) == (ReadingState.FAILED, "unreadable")


def test_office_files_are_not_read_by_machine() -> None:
    code = filed(made.DOCX, name="a.docx")

    assert read_paper(at=AT)

    assert reading(code).note == "office_file"


def test_without_a_reader_the_paper_says_so_and_is_read_when_there_is_one(monkeypatch) -> None:
    code = filed()
    monkeypatch.setenv("PATH", "")
    recognition.available.cache_clear()
    assert read_paper(at=AT) and not read_paper(at=AT)
    assert (reading(code).state, reading(code).note) == (ReadingState.UNAVAILABLE, "no_reader")
    monkeypatch.undo()
    recognition.available.cache_clear()

    assert read_paper(at=AT) == recognition.available()


@pytest.mark.parametrize("scan", [Scan.WAITING, Scan.INFECTED])
def test_nothing_is_read_before_the_scanner_has_let_it_through(scan: Scan) -> None:
    code = filed()
    StoredFile.objects.update(scan=scan)

    assert not read_paper(at=AT)
    assert reading(code).state == ReadingState.WAITING


def test_the_same_bytes_are_asked_to_be_read_once() -> None:
    filed()
    filed()

    assert Reading.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_reader_that_dies_leaves_the_paper_waiting(monkeypatch) -> None:
    code = filed(made.DOCX, name="a.docx")

    def killed(_: Reading) -> None:
        raise SystemExit

    monkeypatch.setattr(module, "_read", killed)
    with pytest.raises(SystemExit):
        read_paper(at=AT)
    monkeypatch.undo()

    assert reading(code).state == ReadingState.WAITING
    assert read_paper(at=AT)
