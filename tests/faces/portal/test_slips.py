# SPDX-License-Identifier: Apache-2.0
"""The applicant's own forms: by account or by the secret, never by guessing."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.urls import reverse

from motcua.domains.dossiers.acts.issue_slip import issue_slip
from motcua.domains.dossiers.queries import applicant
from motcua.domains.dossiers.slips.sheet import TRACKING_PATH, tracking_link
from motcua.faces.portal.receipt import tracking_address
from motcua.kit.access import SYSTEM
from tests.builders import by, vn
from tests.domains.dossiers.conftest import Town
from tests.faces.portal.conftest import Browser, hidden, signed_in

AT = vn("2026-07-03 10:01")


def issued(town: Town, kind: str = "receipt") -> tuple[str, int]:
    code = town.appraised()
    return code, issue_slip(by=by(SYSTEM, AT), code=code, kind=kind).id


def test_an_account_sees_its_forms(citizen: Browser, town: Town) -> None:
    code, slip = issued(town)

    page = citizen.get(f"/ho-so/{code}").content.decode()
    sheet = citizen.get(f"/ho-so/{code}/giay/{slip}")
    pdf = citizen.get(f"/ho-so/{code}/giay/{slip}/pdf")

    assert "Giấy tiếp nhận hồ sơ và hẹn trả kết quả" in page and "01/TNHS" in page
    assert "Thời gian trả kết quả" in sheet.content.decode()
    assert pdf.content.startswith(b"%PDF-") and pdf["Cache-Control"] == "no-store"


def test_an_english_reader_is_told_which_form_is_which(citizen: Browser, town: Town) -> None:
    code, _ = issued(town)
    citizen.cookies["language"] = "en"

    page = citizen.get(f"/ho-so/{code}").content.decode()

    assert "Receipt and appointment slip" in page and "Giấy tiếp nhận hồ sơ" not in page


def test_a_guest_with_the_secret_sees_them_by_proof(guest: Browser, town: Town) -> None:
    code, slip = issued(town)
    secret = applicant.secret_of(code)
    page = guest.post("/tra-cuu", {"code": code, "secret": secret})
    proof = {"proof": hidden(page)["proof"]}

    sheet = guest.post(f"/ho-so/{code}/giay/{slip}", proof)
    pdf = guest.post(f"/ho-so/{code}/giay/{slip}/pdf", proof)

    assert (sheet.status_code, pdf.status_code) == (200, 200)
    assert re.search(rf'action="[^"]*/{slip}/pdf" data-stays', sheet.content.decode())
    assert secret not in sheet.content.decode().replace(" ", "")


@pytest.mark.parametrize("kind", ["control-slip", "handover"])
def test_forms_between_offices_are_not_the_applicants(
    citizen: Browser, town: Town, kind: str
) -> None:
    code, slip = issued(town, kind)

    assert citizen.get(f"/ho-so/{code}/giay/{slip}/pdf").status_code == 404
    assert f"/giay/{slip}" not in citizen.get(f"/ho-so/{code}").content.decode()


def test_nobody_else_sees_them(guest: Browser, town: Town) -> None:
    code, slip = issued(town)
    other = town.received()
    stranger, owner = signed_in(town.stranger), signed_in(town.citizen)

    answers = [
        guest.get(f"/ho-so/{code}/giay/{slip}"),
        guest.post(f"/ho-so/{code}/giay/{slip}/pdf", {"proof": "x"}),
        stranger.get(f"/ho-so/{code}/giay/{slip}/pdf"),
        owner.get(f"/ho-so/{other}/giay/{slip}/pdf"),
    ]

    assert [answer.status_code for answer in answers] == [404] * 4


def test_the_square_on_paper_leads_where_the_portal_is() -> None:
    assert TRACKING_PATH == f"{reverse('portal:track')}?ma="
    assert tracking_link("H05") == tracking_address("H05")
    assert tracking_link("H05").startswith(settings.PUBLIC_URL)
