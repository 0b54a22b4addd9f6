# SPDX-License-Identifier: Apache-2.0
"""Pages with files for questions, and those of second signers, as a browser sees them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.domains.dossiers.conftest import Town
from tests.domains.dossiers.filing import publish_with_files
from tests.domains.dossiers.signing import HAN, NAM, person, publish_for_two, two_signers_and_papers
from tests.faces.looking import faults_of
from tests.faces.portal.account.test_signing import PAGE, confirm, invite
from tests.faces.portal.conftest import APPLICANT, hidden, pdf, signed_in
from tests.faces.portal.test_sent_files import asked_again, carried, send

pytestmark = pytest.mark.browser


def of_questions(town: Town, language: str) -> Mapping[str, bytes]:
    """The pages of a form with files, and those of its supplement."""
    publish_with_files(town)
    citizen = signed_in(town.citizen)
    citizen.cookies["language"] = language
    citizen.start(town)
    citizen.fill("applicant", **APPLICANT)
    owner = {"owners.0.name": "Trần An", "owners.0.scan": pdf("x.png")}
    refused = send(citizen, **{"house.plan": pdf("so-do.pdf")}, **owner)
    code = asked_again(town, citizen, "owners")
    asked = citizen.get(f"/ho-so/{code}/bo-sung")
    fields = carried(asked) | {"owners.0.name": "", "action": "send"}
    missed = citizen.post(f"/ho-so/{code}/bo-sung", fields)
    whole = fields | carried(missed) | {"owners.0.name": "Trần An"}
    citizen.post(f"/ho-so/{code}/bo-sung", whole)
    return {
        "/refused": refused.content,
        "/dossier": citizen.get(f"/ho-so/{code}").content,
        "/asked": asked.content,
        "/missed": missed.content,
        "/nothing-asked": citizen.get(f"/ho-so/{code}/bo-sung").content,
    }


def of_signers(town: Town, language: str) -> Mapping[str, bytes]:
    """What the second signer reads before, and keeps afterwards."""
    publish_for_two(town, two_signers_and_papers())
    wife, husband = signed_in(person("cd-han", HAN)), signed_in(person("cd-nam", NAM))
    wife.cookies["language"] = husband.cookies["language"] = language
    wife.start(town)
    wife.fill("applicant", **APPLICANT)
    wife.fill("house", **PAGE, photo=pdf("anh-chung.pdf"))
    wife.attach(pdf("ban-ve.pdf"))
    code = invite(wife)
    before = husband.get(f"/ky/{code}").content
    confirm(husband, code)
    answer = wife.post("/nop/gui", hidden(wife.get("/nop/xem-lai")))
    assert answer.status_code == 303
    return {
        "/sign": before,
        "/copy": husband.get(f"/ky/{code}").content,
        "/mine": husband.get("/ho-so").content,
    }


@pytest.mark.parametrize("language", ["vi", "en"])
def test_pages_with_files_are_accessible_and_fit_a_telephone(town: Town, language: str) -> None:
    assert faults_of(of_questions(town, language)) == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_pages_of_a_second_signer_do_too(town: Town, language: str) -> None:
    assert faults_of(of_signers(town, language)) == []
