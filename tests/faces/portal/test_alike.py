# SPDX-License-Identifier: Apache-2.0
"""Citizens are told what is already open under their name; nobody learns of others'."""

from __future__ import annotations

from motcua.domains.dossiers.models import Dossier
from motcua.domains.people.models import Account
from tests.domains.dossiers.conftest import ANSWERS, Town
from tests.faces.portal.conftest import APPLICANT, HOUSE, Browser, pdf

NUMBER = "027190000001"
CHECK = "/nop/xem-lai"
WORDS = "chưa giải quyết xong"


def known(town: Town, number: str = NUMBER) -> None:
    Account.objects.filter(pk=town.citizen.account_id).update(personal_id=number)


def at_the_last_page(browser: Browser, town: Town) -> str:
    browser.start(town)
    browser.fill("applicant", **APPLICANT, applicant_personal_id=NUMBER)
    browser.fill("house", **HOUSE)
    browser.attach(pdf())
    return browser.get(CHECK).content.decode()


def open_one(town: Town, **changes: object) -> str:
    answers = {**ANSWERS, "applicant_personal_id": NUMBER}
    return town.submitted(answers=answers, **changes)


def test_a_citizen_is_told_of_an_open_dossier_and_may_submit(citizen: Browser, town: Town) -> None:
    known(town)
    code = open_one(town)

    page = at_the_last_page(citizen, town)

    assert WORDS in page
    assert f'href="/ho-so/{code}"' in page
    assert "Gửi" in page or "Nộp" in page


def test_what_somebody_else_submitted_for_me_has_no_link(citizen: Browser, town: Town) -> None:
    known(town)
    code = open_one(town, account_id=town.stranger.account_id)

    page = at_the_last_page(citizen, town)

    assert code in page
    assert f'href="/ho-so/{code}"' not in page


def test_neither_guests_nor_other_citizens_learn_of_it(
    citizen: Browser, guest: Browser, town: Town
) -> None:
    open_one(town)
    known(town, "027190000002")

    assert WORDS not in at_the_last_page(citizen, town)
    assert WORDS not in at_the_last_page(guest, town)


def test_what_has_ended_is_not_told(citizen: Browser, town: Town) -> None:
    known(town)
    open_one(town)
    Dossier.objects.update(status=7)

    assert WORDS not in at_the_last_page(citizen, town)
