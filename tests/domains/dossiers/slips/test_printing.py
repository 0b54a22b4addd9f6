# SPDX-License-Identifier: Apache-2.0
"""Every letter of a form is in the font it is printed with, and no other font creeps in."""

from __future__ import annotations

import io
import itertools
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest
from fontTools.ttLib import TTFont

from motcua.domains.dossiers.slip_kinds import FORMS, SlipKind
from motcua.domains.dossiers.slips import printing
from motcua.domains.dossiers.slips.filling import filled
from motcua.domains.dossiers.slips.occasion import occasions
from motcua.domains.dossiers.slips.sheet import SYNTHETIC, TRACKING_PATH, bound
from motcua.kit import typeset
from motcua.rules.words import ALPHABET, TONES
from tests.domains.dossiers.conftest import Town
from tests.domains.dossiers.slips.walked import WALKS

SOURCES = Path(printing.__file__).parent
WANTED = re.compile(r"[A-Z]{6}\+(LiberationSerif|Tinos)(-Bold|-Italic|-BoldItalic)?$")
FACES = ("Regular", "Bold", "Italic", "BoldItalic")


def vietnamese() -> str:
    """Every letter with every tone, small and large, and the signs papers use."""
    letters = {
        unicodedata.normalize("NFC", letter + tone)
        for letter, tone in itertools.product(ALPHABET, TONES)
    }
    single = "".join(sorted(letter for letter in letters if len(letter) == 1))
    return single + single.upper() + "0123456789.,;:()[]/%+-–—…“”‘’«»§°²³₫đĐ@#&*"


def faces() -> Iterator[Path]:
    yield from (typeset.LIBERATION / f"LiberationSerif-{face}.ttf" for face in FACES)


def lacking(text: str) -> set[str]:
    """Return the letters that one of the faces has no glyph for."""
    known = set.intersection(*(set(TTFont(face).getBestCmap()) for face in faces()))
    return {sign for sign in text if ord(sign) not in known and not sign.isspace()}


def fonts_of(pdf: bytes) -> set[str]:
    found = set()
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        fonts = page["/Resources"].get("/Font", {})
        found |= {str(font.get_object()["/BaseFont"])[1:] for font in fonts.values()}
    return found


def embedded(pdf: bytes) -> bool:
    """Say whether every font carries its own outlines."""
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        for font in page["/Resources"].get("/Font", {}).values():
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            descriptor = descendant["/FontDescriptor"].get_object()
            if not {"/FontFile2", "/FontFile3"} & set(descriptor):
                return False
    return True


def text_of(pdf: bytes) -> str:
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return unicodedata.normalize("NFC", " ".join(page.extract_text() for page in pages))


def values_of(town: Town, kind: SlipKind) -> dict[str, Any]:
    [*_, occasion] = occasions(WALKS[kind](town), [kind])
    return filled(occasion)


@pytest.fixture(autouse=True)
def store(tmp_path: Path, settings) -> None:
    settings.MEDIA_ROOT = tmp_path


def test_the_faces_have_the_whole_vietnamese_alphabet() -> None:
    assert len(vietnamese()) > 180
    assert lacking(vietnamese()) == set()


def test_a_missing_glyph_is_found() -> None:
    assert lacking("Ế漢") == {"漢"}


def test_the_faces_have_every_letter_written_in_the_forms() -> None:
    texts = [path.read_text("utf-8") for path in SOURCES.glob("*.py")]
    texts += [printing.TEMPLATE.read_text("utf-8"), *(form.title for form in FORMS.values())]

    assert len(texts) > 12 and lacking("".join(texts)) == set()


@pytest.mark.parametrize("kind", list(WALKS))
def test_a_form_embeds_the_wanted_font_only(town: Town, kind: SlipKind) -> None:
    pdf = printing.pdf(values_of(town, kind))

    assert fonts_of(pdf) and all(WANTED.match(name) for name in fonts_of(pdf)), fonts_of(pdf)
    assert embedded(pdf)


@pytest.mark.parametrize("kind", list(WALKS))
def test_a_form_says_who_what_and_that_it_is_a_demonstration(town: Town, kind: SlipKind) -> None:
    values = values_of(town, kind)

    text = re.sub(r"\s+", " ", text_of(printing.pdf(values)))

    for words in (SYNTHETIC, values["code"], "Độc lập - Tự do - Hạnh phúc", "Nguyễn Thị Lan"):
        assert words in text
    for line in values["heading"]:
        assert line.upper() in text


def test_what_people_write_is_text_and_never_commands(town: Town) -> None:
    values = values_of(town, SlipKind.REFUSAL)
    evil = '#panic("x") $ \\ *a* _b_ [c] <d> @e `f` = g ' + vietnamese()
    values["blocks"] = [{"is": "words", "text": evil, "indent": True}]

    pdf = printing.pdf(values)

    text = re.sub(r"\s+", "", text_of(pdf))
    assert '#panic("x")$\\*a*_b_[c]<d>@e`f`=g' in text
    assert all(WANTED.match(name) for name in fonts_of(pdf))
    assert set(re.sub(r"\s+", "", vietnamese())) <= set(text)


def test_the_secret_is_printed_only_for_who_may_have_it(town: Town) -> None:
    values = values_of(town, SlipKind.RECEIPT)

    assert "ABCDE 23456" not in text_of(printing.pdf(values))
    assert "ABCDE 23456" in text_of(printing.pdf(values, secret="ABCDE 23456"))


def test_copies_follow_one_another(town: Town) -> None:
    pdf = printing.pdf(values_of(town, SlipKind.FEE_RECEIPT))

    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    assert [f"Liên {n}" in page.extract_text() for n, page in enumerate(pages, 1)] == [True] * 3


def test_a_long_list_of_papers_runs_over_pages_with_its_heading(town: Town) -> None:
    values = values_of(town, SlipKind.RECEIPT)
    rows = [[str(n), f"Giấy tờ số {n} " * 8, "01", "", ""] for n in range(1, 60)]
    values["blocks"][2]["rows"], values["copies"] = rows, []

    pages = pypdf.PdfReader(io.BytesIO(printing.pdf(values))).pages

    assert len(pages) > 2
    assert all("Tên thành phần hồ sơ" in page.extract_text() for page in pages[:-1])


def test_a_name_of_a_unit_does_not_break_inside_its_parts() -> None:
    assert bound("Ủy ban nhân dân phường Bắc Giang") == (
        "Ủy ban nhân dân phường\u00a0Bắc\u00a0Giang"
    )


def test_the_link_leads_to_tracking_and_carries_no_secret(town: Town, settings) -> None:
    values = values_of(town, SlipKind.RECEIPT)

    assert values["link"] == f"{settings.PUBLIC_URL}{TRACKING_PATH}{values['code']}"
