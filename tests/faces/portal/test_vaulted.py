# SPDX-License-Identifier: Apache-2.0
"""Papers of the citizen's own vault are offered, taken with one click, and checked once more."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from motcua.domains.dossiers.models import Attachment
from motcua.domains.dossiers.queries.facts import facts
from motcua.domains.people.models import Account
from motcua.domains.vault import queries as vault
from motcua.domains.vault.acts.file_paper import Filing, file_paper
from motcua.domains.vault.acts.store_file import store_file
from motcua.domains.vault.kinds import PaperState
from motcua.domains.vault.models import Paper
from motcua.kit import clock
from tests.domains.dossiers.conftest import Town
from tests.faces.portal.conftest import APPLICANT, HOUSE, Browser, only, pdf
from tests.files import PDF

OWNER = "027190000019"


@pytest.fixture
def owner(town: Town) -> str:
    Account.objects.filter(pk=town.citizen.account_id).update(personal_id=OWNER)
    return OWNER


def kept(number: str, **changes: Any) -> UUID:
    """A confirmed land certificate that came with an earlier dossier; returns its code."""
    at = clock.now() - timedelta(days=40)
    paper = file_paper(
        file=store_file(chunks=[PDF], name="so-do.pdf", at=at),
        kind="component", title="Giấy chứng nhận quyền sử dụng đất", file_name="so-do.pdf", at=at,
        owner_id_number=number, origin_dossier="H05.1.1-260601-0001",
        filing=Filing(type_code="land_certificate", state=PaperState.APPROVED),
    )  # fmt: skip
    Paper.objects.filter(pk=paper.pk).update(**changes)
    return paper.code


def at_papers(browser: Browser, town: Town) -> str:
    browser.start(town)
    browser.fill("applicant", **APPLICANT)
    browser.fill("house", **HOUSE)
    return browser.get("/nop/giay-to").content.decode()


def offered(page: str) -> list[str]:
    return re.findall(r'value="(reuse:[^"]+)"', page)


def press(browser: Browser, value: str) -> Any:
    return browser.post("/nop/giay-to", {"action": value})


def test_one_click_lays_an_own_paper_in_and_the_dossier_counts_it_as_reused(
    citizen: Browser, town: Town, owner: str
) -> None:
    code = kept(owner)
    (value,) = offered(at_papers(citizen, town))

    press(citizen, value)
    citizen.attach(pdf())
    hidden = dict(re.findall(r'name="([^"]+)" value="([^"]*)"', last_page(citizen)))
    answer = citizen.post("/nop/gui", hidden)

    assert answer.status_code == 303
    laid = Attachment.objects.filter(dossier=only()).values_list("component_code", flat=True)
    assert sorted(laid) == ["drawing", "land"]
    assert vault.described(code).reused == 1
    assert vault.described(code).origin_dossier == "H05.1.1-260601-0001"
    (fact,) = facts([only().code])
    assert (fact.components_digitised, fact.components_reused) == (True, True)


def last_page(browser: Browser) -> str:
    return str(browser.get("/nop/xem-lai").content.decode())


def test_a_fresh_paper_is_the_citizens_own_and_not_reused(
    citizen: Browser, town: Town, owner: str
) -> None:
    code = citizen.submitted(town)

    (paper,) = vault.papers_of(owner)
    assert (paper.origin_dossier, paper.reused, paper.state) == (code, 0, PaperState.WAITING)
    (fact,) = facts([code])
    assert (fact.components_digitised, fact.components_reused) == (True, False)


REFUSED = {
    "unconfirmed": {"state": PaperState.WAITING},
    "rejected": {"state": PaperState.REJECTED},
    "expired": {"valid_until": date(2020, 1, 1)},
    "not yet valid": {"valid_from": date(2200, 1, 1)},
    "another's": {"owner_id_number": "027190000027"},
    "of a draft": {"origin_dossier": ""},
    "another kind": {"type_code": "birth_certificate"},
}


@pytest.mark.parametrize("changes", REFUSED.values(), ids=REFUSED.keys())
def test_what_may_not_be_used_again_is_neither_offered_nor_taken(
    citizen: Browser, town: Town, owner: str, changes: dict[str, Any]
) -> None:
    code = kept(owner, **changes)

    assert offered(at_papers(citizen, town)) == []
    assert press(citizen, f"reuse:land/{code}").status_code in (404, 409)
    assert not Attachment.objects.exists()


def test_a_paper_revoked_after_it_was_chosen_stops_the_submission_with_a_sentence(
    citizen: Browser, town: Town, owner: str
) -> None:
    code = kept(owner)
    (value,) = offered(at_papers(citizen, town))
    press(citizen, value)
    citizen.attach(pdf())
    hidden = dict(re.findall(r'name="([^"]+)" value="([^"]*)"', last_page(citizen)))
    Paper.objects.filter(code=code).update(revoked_at=clock.now())

    answer = citizen.post("/nop/gui", hidden)

    assert answer.status_code == 409
    assert "không dùng được nữa" in answer.content.decode()


def test_a_guest_is_offered_nothing(guest: Browser, town: Town, owner: str) -> None:
    code = kept(owner)

    assert offered(at_papers(guest, town)) == []
    assert press(guest, f"reuse:land/{code}").status_code == 409


@pytest.mark.parametrize(
    "broken",
    ["reuse:", "reuse:land", "reuse:land/x", "reuse:no/00000000-0000-4000-8000-000000000000"],
)
def test_a_broken_choice_is_refused(citizen: Browser, town: Town, owner: str, broken: str) -> None:
    at_papers(citizen, town)

    assert press(citizen, broken).status_code in (404, 422)
