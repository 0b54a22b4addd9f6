# SPDX-License-Identifier: Apache-2.0
"""The other ends: a refusal, a withdrawal, without an account and in both languages."""

from __future__ import annotations

import re

import pytest

from tests.server.running import System
from tests.walks.browser import Person
from tests.walks.people import Town, status_of, submitted_online

EXTRACT = "2.000635"
pytestmark = pytest.mark.server


def receipt(person: Person) -> str:
    """The secret on the receipt that is shown."""
    return re.search(r"\b([A-Z2-9]{5})[ -]([A-Z2-9]{5})\b", person.page.text)[0]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_refusal_reaches_somebody_without_an_account(
    system: System, town: Town, language: str
) -> None:
    guest = Person(town.address, language)
    code = submitted_online(guest, EXTRACT, "Kinh Bắc")
    secret = receipt(guest)

    town.act("lannt101", code, "refuse", reason="Không tìm thấy thông tin trong sổ hộ tịch")
    elsewhere = Person(town.address, language)
    elsewhere.open("/tra-cuu")
    elsewhere.send_values("/tra-cuu", {"code": code, "secret": secret})

    assert status_of(system, code) == 3
    assert "Không tìm thấy thông tin trong sổ hộ tịch" in elsewhere.page.text
    assert secret not in elsewhere.page.url


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_withdrawal_by_the_applicant(system: System, town: Town, language: str) -> None:
    citizen = town.citizen("027194990202", language)
    code = submitted_online(citizen, EXTRACT, "Kinh Bắc")

    citizen.open(f"/ho-so/{code}/rut")
    citizen.send_values("/rut", {})

    assert status_of(system, code) == 7
    assert citizen.page.status == 200


def test_another_person_s_dossier_looks_like_no_dossier(system: System, town: Town) -> None:
    owner = town.citizen("027194990202")
    code = submitted_online(owner, EXTRACT, "Kinh Bắc")
    other = town.citizen("027092990201")

    answers = [other.open(f"/ho-so/{one}") for one in (code, code[:-4] + "9999")]

    assert [answer.status for answer in answers] == [404, 404]
