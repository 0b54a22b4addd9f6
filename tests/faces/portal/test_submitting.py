# SPDX-License-Identifier: Apache-2.0
"""The last check, submitting once, and the receipt."""

from __future__ import annotations

from uuid import uuid4

from motcua.domains.dossiers.models import Dossier
from motcua.domains.dossiers.queries import applicant
from tests.domains.dossiers.conftest import Town
from tests.faces.portal.conftest import APPLICANT, HOUSE, Browser, hidden, only, signed_in


def test_the_last_page_shows_every_answer_paper_and_the_fee(guest: Browser, town: Town) -> None:
    guest.prepare(town)

    page = guest.get("/nop/xem-lai").content.decode()

    for words in ("Nguyễn Thị Lan", "ban-ve.pdf", "75.000"):
        assert words in page


def test_submitting_makes_a_dossier_and_leads_to_its_receipt(guest: Browser, town: Town) -> None:
    code = guest.submitted(town)

    assert only().code == code
    assert only().source == "synthetic"
    assert only().applicant_name == "Nguyễn Thị Lan"


def test_the_same_form_posted_again_leads_to_the_same_receipt(guest: Browser, town: Town) -> None:
    fields = guest.prepare(town)
    first = guest.post("/nop/gui", fields)

    again = guest.post("/nop/gui", fields)

    assert again["Location"] == first["Location"]
    assert Dossier.objects.count() == 1


def test_answers_changed_in_another_window_are_checked_again(guest: Browser, town: Town) -> None:
    fields = guest.prepare(town)
    guest.fill("house", **{"house.floors": "5"})

    answer = guest.post("/nop/gui", fields)

    assert answer.status_code == 409
    assert not Dossier.objects.exists()


def test_what_is_missing_is_listed_with_the_way_to_it(guest: Browser, town: Town) -> None:
    guest.start(town)
    guest.fill("applicant", **APPLICANT)
    fields = hidden(guest.get("/nop/xem-lai"))

    answer = guest.post("/nop/gui", fields)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'href="/nop/ho-so/house"' in page
    assert 'href="/nop/giay-to"' in page
    assert not Dossier.objects.exists()


def test_a_guest_reads_the_secret_on_the_receipt_only(guest: Browser, town: Town) -> None:
    code = guest.submitted(town)

    secret = guest.secret(code)

    assert secret.replace(" ", "") == applicant.secret_of(code)
    assert guest.cookies["draft"]["max-age"] == 1800


def test_a_citizen_needs_no_secret(citizen: Browser, town: Town) -> None:
    code = citizen.submitted(town)

    page = citizen.get(f"/ho-so/da-nop/{code}").content.decode()

    assert applicant.secret_of(code)[:5] not in page
    assert only().account_id == town.citizen.account_id


def test_nobody_else_sees_the_receipt(guest: Browser, town: Town) -> None:
    code = guest.submitted(town)

    others = (Browser(), signed_in(town.stranger))

    for other in others:
        for page in ("", "/in"):
            assert other.get(f"/ho-so/da-nop/{code}{page}").status_code == 404


def test_the_receipt_can_be_forgotten_on_a_shared_computer(guest: Browser, town: Town) -> None:
    code = guest.submitted(town)

    guest.post("/nop/xong")

    assert guest.get(f"/ho-so/da-nop/{code}").status_code == 404


def test_the_sheet_to_print_carries_code_and_secret(guest: Browser, town: Town) -> None:
    code = guest.submitted(town)

    page = guest.get(f"/ho-so/da-nop/{code}/in").content.decode()

    assert code in page
    assert guest.secret(code) in page


def test_a_key_that_is_none_is_refused(guest: Browser, town: Town) -> None:
    fields = guest.prepare(town)

    answers = [guest.post("/nop/gui", fields | {"key": key}).status_code for key in ("", "1", "é")]

    assert answers == [400, 400, 400]
    assert not Dossier.objects.exists()


def test_a_form_of_an_earlier_draft_submits_nothing_of_the_next(guest: Browser, town: Town) -> None:
    old = guest.prepare(town)
    guest.post("/nop/gui", old)
    guest.start(town)
    guest.fill("applicant", **APPLICANT)
    guest.fill("house", **HOUSE)

    answer = guest.post("/nop/gui", old | {"key": str(uuid4())})

    assert answer.status_code == 409
    assert Dossier.objects.count() == 1
