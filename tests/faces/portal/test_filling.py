# SPDX-License-Identifier: Apache-2.0
"""Drafts and the pages of the form."""

from __future__ import annotations

from typing import Any

from motcua.domains.dossiers.models import Draft
from motcua.domains.people.models import Account
from motcua.domains.procedures import queries as procedures
from motcua.domains.units import queries as units
from tests.domains.dossiers.conftest import Town
from tests.faces.portal.conftest import APPLICANT, CODE, Browser, signed_in


def draft() -> Draft:
    return Draft.objects.get()


def test_reading_the_start_page_saves_nothing(guest: Browser) -> None:
    answer = guest.get(f"/nop/{CODE}")

    assert answer.status_code == 200
    assert not Draft.objects.exists()


def test_a_guests_draft_opens_by_a_secret_that_is_only_in_a_cookie(
    guest: Browser, town: Town
) -> None:
    answer = guest.start(town)

    cookie = answer.cookies["draft"]
    assert answer["Location"] == "/nop/ho-so/applicant"
    assert cookie["httponly"]
    assert cookie.value not in answer["Location"]
    assert cookie.value not in guest.get(answer["Location"]).content.decode()


def test_the_office_must_be_one_that_is_competent(guest: Browser, town: Town) -> None:
    answer = guest.post(f"/nop/{CODE}", {"unit": "999999"})

    assert answer.status_code == 422
    assert "Vui lòng chọn cơ quan" in answer.content.decode()


def test_a_good_page_is_saved_and_leads_to_the_next(guest: Browser, town: Town) -> None:
    guest.start(town)

    answer = guest.fill("applicant", **APPLICANT)

    assert (answer.status_code, answer["Location"]) == (303, "/nop/ho-so/house")
    assert draft().answers["applicant_name"] == "Nguyễn Thị Lan"


def test_a_faulty_page_stays_with_its_values_and_sentences(guest: Browser, town: Town) -> None:
    guest.start(town)

    answer = guest.fill("applicant", applicant_name="Lan 123", applicant_phone="12")

    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="Lan 123"' in page
    assert 'href="#f-applicant_name"' in page
    assert 'id="f-applicant_phone-error"' in page


def test_an_emptied_answer_is_gone(guest: Browser, town: Town) -> None:
    guest.start(town)
    guest.fill("applicant", applicant_email="lan@example.vn", **APPLICANT)

    guest.fill("applicant", **APPLICANT)

    assert not draft().answers.get("applicant_email")


def test_a_field_is_saved_when_it_is_left(guest: Browser, town: Town) -> None:
    guest.start(town)

    answer = guest.post("/nop/luu/house", {"_field": "house.floors", "house.floors": "4"})

    assert answer.status_code == 204
    assert draft().answers["house"]["floors"] == "4"


def test_one_saved_field_leaves_the_others_alone(guest: Browser, town: Town) -> None:
    guest.start(town)
    guest.fill("applicant", **APPLICANT)

    guest.post("/nop/luu/applicant", {"_field": "applicant_phone", "applicant_phone": "0987654321"})

    assert draft().answers["applicant_name"] == "Nguyễn Thị Lan"
    assert draft().answers["applicant_phone"] == "0987654321"


def test_another_browser_finds_no_draft(guest: Browser, town: Town) -> None:
    guest.start(town)

    answer = Browser().get("/nop/ho-so/applicant")

    assert answer.status_code == 404


def test_a_citizens_draft_opens_by_account_on_any_device(citizen: Browser, town: Town) -> None:
    citizen.start(town)
    elsewhere = signed_in(town.citizen)

    listed = elsewhere.get("/ho-so").content.decode()
    answer = elsewhere.get(f"/nop/tiep/{draft().pk}", follow=True)

    assert f"/nop/tiep/{draft().pk}" in listed
    assert answer.status_code == 200


def test_nobody_else_may_go_on_with_it(citizen: Browser, town: Town) -> None:
    citizen.start(town)

    answer = signed_in(town.stranger).get(f"/nop/tiep/{draft().pk}")

    assert answer.status_code == 404


def test_the_account_fills_in_what_it_knows(citizen: Browser, town: Town) -> None:
    Account.objects.filter(pk=town.citizen.account_id).update(
        full_name="Trần Văn Bình", phone="0912345679"
    )

    citizen.start(town)

    page = citizen.get("/nop/ho-so/applicant").content.decode()
    assert 'value="Trần Văn Bình"' in page
    assert 'value="0912345679"' in page


def test_the_office_of_the_commune_in_the_address_is_proposed(citizen: Browser, town: Town) -> None:
    near = next(unit for unit in procedures.competent_units(CODE) if unit.commune_code)
    commune = units.commune(near.commune_code)
    address = f"12 đường Lý Thái Tổ, {commune.name_vi}"
    Account.objects.filter(pk=town.citizen.account_id).update(address=address)

    page = citizen.get(f"/nop/{CODE}").content.decode()

    assert f'<option value="{near.id}" selected>' in page


def test_a_submitted_form_takes_no_more_answers(guest: Browser, town: Town) -> None:
    guest.submitted(town)

    saved = guest.post("/nop/luu/applicant", {"_field": "applicant_name", "applicant_name": "Khác"})
    page = guest.get("/nop/ho-so/applicant")

    assert saved.status_code == 409
    assert page["Location"].startswith("/ho-so/da-nop/")


def test_without_local_submission_nothing_begins(guest: Browser, town: Town, settings: Any) -> None:
    settings.LOCAL_SUBMISSION = False

    answer = guest.start(town)

    assert answer.status_code == 403
    assert not Draft.objects.exists()
