# SPDX-License-Identifier: Apache-2.0
"""Files for tests: small, whole and true to their type."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable

import pikepdf
from pikepdf import Dictionary, Name
from PIL import Image

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)


def pdf(change: Callable[[pikepdf.Pdf], None] | None = None, *, pages: int = 1, **save) -> bytes:
    """A PDF of empty pages, changed before it is saved."""
    made = pikepdf.new()
    for _ in range(pages):
        made.add_blank_page()
    if change:
        change(made)
    buffer = io.BytesIO()
    made.save(buffer, **save)
    return buffer.getvalue()


def with_javascript(made: pikepdf.Pdf) -> None:
    made.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def with_named_javascript(made: pikepdf.Pdf) -> None:
    script = Dictionary(S=Name.JavaScript, JS="app.alert(1)")
    made.Root.Names = Dictionary(JavaScript=Dictionary(Names=["a", script]))


def with_launch(made: pikepdf.Pdf) -> None:
    made.pages[0].obj.AA = Dictionary(O=Dictionary(S=Name.Launch, F="cmd.exe"))


def with_attachment(made: pikepdf.Pdf) -> None:
    made.attachments["list.csv"] = b"a,b"


def unfolding_pdf(unpacked: int) -> bytes:
    """A small PDF whose table of contents unfolds to as many bytes as asked for."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(1 << 20)) for _ in range(unpacked >> 20))
    packed += packer.flush()
    head = b"%PDF-1.5\n"
    table = b"1 0 obj<</Type/XRef/Size 3/W[1 2 1]/Root 2 0 R/Filter/FlateDecode/Length %d>>stream\n"
    return b"%s%s%s\nendstream endobj\nstartxref\n%d\n%%%%EOF\n" % (
        head, table % len(packed), packed, len(head),
    )  # fmt: skip


def picture(form: str = "PNG", size: tuple[int, int] = (10, 10)) -> bytes:
    """A white picture."""
    buffer = io.BytesIO()
    Image.new("1" if form == "PNG" else "RGB", size).save(buffer, form)
    return buffer.getvalue()


def archive(entries: dict[str, bytes]) -> bytes:
    """A zip archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, body in entries.items():
            packed.writestr(name, body)
    return buffer.getvalue()


DOCX = archive({"[Content_Types].xml": b"x", "word/document.xml": b"x"})
XLSX = archive({"[Content_Types].xml": b"x", "xl/workbook.xml": b"x"})
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
