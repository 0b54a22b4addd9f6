# SPDX-License-Identifier: Apache-2.0
"""Every page as a browser sees it: accessible, narrow enough for a telephone, and light."""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping

import pytest

from motcua.domains.dossiers.queries import applicant
from tests.domains.dossiers.conftest import Town
from tests.faces.looking import faults_of, static
from tests.faces.portal.conftest import APPLICANT, CODE, HOUSE, Browser, hidden

LIGHT = 60 * 1024
WIDE = re.compile(r"/sheet: [0-9]+ px")  # a page to be printed is as wide as its paper
PLAIN = (
    "/", "/thu-tuc", "/thu-tuc?q=giay+phep", f"/thu-tuc/{CODE}", f"/thu-tuc/{CODE}/danh-cho-toi",
    f"/nop/{CODE}", "/tra-cuu",
)  # fmt: skip

pytestmark = pytest.mark.browser


def pages(guest: Browser, citizen: Browser, town: Town) -> Mapping[str, bytes]:
    """The pages of a whole walk under names of their own."""
    seen = {path: guest.get(path).content for path in PLAIN}
    guest.start(town)
    seen["/form"] = guest.get("/nop/ho-so/applicant").content
    seen["/form-faults"] = guest.fill("applicant", applicant_phone="1").content
    guest.fill("applicant", **APPLICANT)
    guest.fill("house", **HOUSE)
    seen["/papers-faults"] = guest.post("/nop/giay-to", {"action": "continue"}).content
    seen["/check-faults"] = guest.post("/nop/gui", hidden(guest.get("/nop/xem-lai"))).content
    code = guest.submitted(town)
    seen["/receipt"] = guest.get(f"/ho-so/da-nop/{code}").content
    seen["/sheet"] = guest.get(f"/ho-so/da-nop/{code}/in").content
    shown = guest.post("/tra-cuu", {"code": code, "secret": applicant.secret_of(code)})
    seen["/dossier"] = shown.content
    seen["/withdraw"] = guest.post(f"/ho-so/{code}/rut", {"proof": hidden(shown)["proof"]}).content
    proof = {"proof": hidden(shown)["proof"]}
    seen["/move-return"] = guest.post(f"/ho-so/{code}/noi-tra", proof).content
    seen["/mine"] = citizen.get("/ho-so").content
    seen["/notices"] = citizen.get("/thong-bao").content
    return seen


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_page_is_accessible_and_fits_a_telephone(
    guest: Browser, citizen: Browser, town: Town, language: str
) -> None:
    for browser in (guest, citizen):
        browser.cookies["language"] = language
    kept = pages(guest, citizen, town)

    assert [fault for fault in faults_of(kept) if not WIDE.fullmatch(fault)] == []


@pytest.mark.parametrize("path", PLAIN)
def test_a_first_load_is_light(guest: Browser, path: str) -> None:
    html = guest.get(path).content
    linked = set(re.findall(rb'(?:href|src)="(/static/[^"]+)"', html))

    weight = sum(len(gzip.compress(static(name.decode()).read_bytes())) for name in linked)

    assert len(linked) >= 3
    assert weight + len(gzip.compress(html)) <= LIGHT
