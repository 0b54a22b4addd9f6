# SPDX-License-Identifier: Apache-2.0
"""A land certificate is scanned once, read, confirmed, and never asked for again."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
import typst
from PIL import Image

from motcua.kit import recognition, typeset
from tests.server.running import System
from tests.walks.browser import Person
from tests.walks.people import CODE, Town, answers_of, papers_of, until
from tests.walks.people import PDF as DRAWING

PERMIT = "1.013225"
KHOI = "024089990203"
LAND = "paper.land_document"
TEMPLATE = Path(__file__).parents[1] / "domains" / "vault" / "files" / "certificate.typ"
pytestmark = [
    pytest.mark.server,
    pytest.mark.skipif(
        not recognition.available(),
        reason=f"no reader here: apt-get install {recognition.PACKAGES}",
    ),
]


def scan() -> tuple[str, bytes, str]:
    """A photograph of an invented certificate."""
    compiler = typst.Compiler(
        TEMPLATE, font_paths=list(typeset.font_paths()), ignore_system_fonts=True,
        sys_inputs={"values": json.dumps({"number": "77/GCN-UBND"})},
    )  # fmt: skip
    page = Image.open(io.BytesIO(compiler.compile(format="png", ppi=200))).convert("L")
    buffer = io.BytesIO()
    page.save(buffer, "JPEG", quality=70)
    return ("so-do.jpg", buffer.getvalue(), "image/jpeg")


def at_papers(person: Person) -> None:
    """Fill in a building permit as far as the page of papers."""
    person.open(f"/nop/{PERMIT}")
    unit = person.page.form(f"/nop/{PERMIT}").labelled("Võ Cường")
    person.send(f"/nop/{PERMIT}", unit=unit)
    while "/nop/ho-so/" in person.page.path:
        before = person.page.path
        person.send_values(before, answers_of(PERMIT))
        assert person.page.path != before
    assert person.page.path == "/nop/giay-to"


def handed_in(person: Person, **files: Any) -> str:
    sent = {f"paper.{code}": DRAWING for code in papers_of(PERMIT)}
    person.send_values("/nop/giay-to", {"action": "continue"}, {**sent, **files})
    person.send_values("/nop/gui", {})
    return CODE.search(person.page.text)[0]


def test_what_the_state_has_read_and_confirmed_is_offered_and_counted_as_reused(
    system: System, town: Town
) -> None:
    khoi = town.citizen(KHOI)
    at_papers(khoi)
    assert "reuse:" not in khoi.page.text
    first = handed_in(khoi, **{LAND: scan()})

    confirmed(town, first)

    at_papers(khoi)
    [value] = re.findall(r'value="(reuse:land_document/[^"]+)"', khoi.page.text)
    khoi.send_values("/nop/giay-to", {"action": value})
    second = handed_in(khoi)
    shown = town.official("ducpm105")
    shown.open(f"/desk/{second}")
    assert f"từ hồ sơ {first}" in shown.page.text
    until(lambda: reused(system, second))
    assert not reused(system, first)


def confirmed(town: Town, code: str) -> None:
    """The officer waits for the machine, compares and confirms."""
    officer = town.official("ducpm105")
    officer.open(f"/desk/{code}")
    link = re.search(
        r'href="(/desk/[^"]+/record)">[^<]*<span class="vh">: so-do.jpg', officer.page.text
    )
    assert link, "the certificate has no record"
    record = link[1]

    def is_read() -> bool:
        officer.open(record)
        return "77/GCN-UBND" in officer.page.text

    until(is_read)
    officer.send_values(record, {"action": "approve"})
    assert "Còn hiệu lực" in officer.page.text


def reused(system: System, code: str) -> bool:
    with system.database() as connection:
        asked = "SELECT components_reused FROM quality_dossierfact WHERE dossier_code = %s"
        row = connection.execute(asked, [code]).fetchone()
    return bool(row and row[0])
