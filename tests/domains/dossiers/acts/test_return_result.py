# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pypdf
import pytest

from motcua.domains.dossiers.acts.file_result import file_result
from motcua.domains.dossiers.acts.rate import RatedBefore, StarsWrong, rate
from motcua.domains.dossiers.acts.return_result import ResultNotReady, Unpaid, return_result
from motcua.domains.dossiers.queries import card as cards
from motcua.domains.dossiers.queries import verification
from motcua.domains.dossiers.queries.facts import facts
from motcua.domains.payments.acts.take_cash import take_cash
from motcua.domains.vault import queries as vault
from motcua.kit.access import NotPermitted
from motcua.kit.faults import NotAllowedNow
from tests.builders import by, vn
from tests.domains.dossiers.conftest import Town, row

AT = vn("2026-07-07 14:00")
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def store(tmp_path: Path, settings) -> None:
    settings.MEDIA_ROOT = tmp_path


def pay(town: Town, code: str) -> None:
    take_cash(
        actor=town.counter, at=AT, key=uuid4(), dossier_code=code, amount_vnd=75_000,
        unit_id=town.centre_id,
    )  # fmt: skip


def returned(town: Town) -> str:
    code = town.decided()
    pay(town, code)
    file_result(code=code, at=AT)
    return_result(by=by(town.counter, AT), code=code, to="counter")
    return code


def test_first_the_money_then_the_paper_then_the_result(town: Town) -> None:
    code = town.decided()

    with pytest.raises(Unpaid):
        return_result(by=by(town.counter, AT), code=code)
    pay(town, code)
    with pytest.raises(ResultNotReady):
        return_result(by=by(town.counter, AT), code=code)
    assert file_result(code=code, at=AT)
    return_result(by=by(town.counter, AT), code=code)

    stored = row(code)
    assert (stored.status, stored.returned_at) == (10, AT)
    assert stored.ended_at == vn("2026-07-07 10:00")


def test_the_result_says_that_it_is_not_signed_and_is_no_e_result(town: Town, tmp_path) -> None:
    code = returned(town)
    [paper] = vault.papers(origin_dossier=code)
    (tmp_path / "result.pdf").write_bytes(b"".join(vault.content(paper)))

    text = pypdf.PdfReader(tmp_path / "result.pdf").pages[0].extract_text()

    assert "Chưa ký số / Not digitally signed" in text
    assert "Nguyễn Thị Lan" in text and code in text
    assert not paper.signed and not facts([code])[0].e_result


def test_the_result_is_made_once_and_only_for_decided_dossiers(town: Town) -> None:
    code = town.decided()

    assert (file_result(code=code, at=AT), file_result(code=code, at=AT)) == (True, False)
    assert not file_result(code=town.appraised(), at=AT)


def test_the_whole_walk_can_be_verified_from_its_log(town: Town) -> None:
    returned(town)

    assert [found for _, found in verification.differences()] == [[]]


def test_a_dossier_is_rated_once_by_its_applicant(town: Town) -> None:
    code = returned(town)

    with pytest.raises(NotPermitted):
        rate(by=by(town.stranger, AT), code=code, stars=5)
    with pytest.raises(StarsWrong):
        rate(by=by(town.citizen, AT), code=code, stars=6)
    rate(by=by(town.citizen, AT), code=code, stars=4, comment="Nhanh")
    with pytest.raises(RatedBefore):
        rate(by=by(town.citizen, AT), code=code, stars=1)

    assert cards.stars(row(code).pk) == 4


def test_a_running_dossier_cannot_be_rated(town: Town) -> None:
    with pytest.raises(NotAllowedNow):
        rate(by=by(town.citizen, AT), code=town.appraised(), stars=5)
