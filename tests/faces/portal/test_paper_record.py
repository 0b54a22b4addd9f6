# SPDX-License-Identifier: Apache-2.0
"""What the machine read off a paper just sent, confirmed by the one who sent it."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

from motcua.domains.dossiers.models import Attachment
from motcua.domains.vault import queries as vault
from motcua.domains.vault.kinds import PaperState
from motcua.domains.vault.models import Paper, Reading
from tests.domains.dossiers.conftest import Town
from tests.faces.portal.conftest import APPLICANT, HOUSE, Browser, pdf


@pytest.fixture
def sent(guest: Browser, town: Town) -> UUID:
    """The paper that a guest has just sent."""
    guest.start(town)
    guest.fill("applicant", **APPLICANT)
    guest.fill("house", **HOUSE)
    guest.attach(pdf())
    return Attachment.objects.get().paper.code


def confirm(browser: Browser, code: UUID, **fields: str) -> Any:
    return browser.post(f"/nop/giay-to/{code}", {"key": str(uuid4()), **fields})


def test_the_proposals_are_marked_and_confirmed_by_the_sender(guest: Browser, sent: UUID) -> None:
    fields = [["number_symbol", "12/GP-UBND"], ["issued_on", "2026-07-02"]]
    Reading.objects.update(state="done", text="Số: 12/GP-UBND", fields=fields)
    assert f"/nop/giay-to/{sent}" in guest.get("/nop/giay-to").content.decode()
    page = guest.get(f"/nop/giay-to/{sent}").content.decode()
    assert 'value="12/GP-UBND"' in page and 'value="02/07/2026"' in page

    answer = confirm(guest, sent, number_symbol="12/GP-UBND", issued_on="02/07/2026")

    paper = vault.described(sent)
    assert answer.status_code == 303
    assert (paper.number_symbol, paper.issued_on) == ("12/GP-UBND", date(2026, 7, 2))
    assert paper.state == PaperState.WAITING


def test_it_says_when_nothing_was_read_yet(guest: Browser, sent: UUID) -> None:
    page = guest.get(f"/nop/giay-to/{sent}").content.decode()

    assert "Máy chưa đọc giấy tờ này" in page


@pytest.mark.parametrize(
    "wrong",
    [{"issued_on": "32/01/2026"}, {"issuer": "x" * 301}, {"signer": "\x00"}, {"valid_until": "1"}],
)
def test_an_impossible_record_is_refused(guest: Browser, sent: UUID, wrong: dict[str, str]) -> None:
    answer = confirm(guest, sent, number_symbol="12", **wrong)

    assert answer.status_code == 422
    assert vault.described(sent).number_symbol == ""


def test_nobody_elses_paper_and_no_decided_paper_is_touched(
    guest: Browser, sent: UUID, town: Town
) -> None:
    other = Browser(raise_request_exception=False)
    other.start(town)
    assert other.get(f"/nop/giay-to/{sent}").status_code == 404
    assert confirm(other, sent, number_symbol="1").status_code == 404

    Paper.objects.update(origin_dossier="H05-1")

    assert confirm(guest, sent, number_symbol="1").status_code == 404
    assert vault.described(sent).number_symbol == ""
