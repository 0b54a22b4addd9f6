# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

import pypdf
import pytest

from motcua.domains.quality import register_paper
from motcua.domains.quality.acts.fold_events import fold_events
from motcua.domains.quality.models import DossierFact
from motcua.domains.quality.register_paper import (
    COLUMNS,
    NotReceivedYet,
    RegisterTooLong,
    lines,
    register_of,
    register_pdf,
)
from motcua.kit import relay
from motcua.kit.faults import NotFound
from tests.builders import vn
from tests.domains.dossiers.conftest import Town
from tests.domains.dossiers.slips.walked import refused, returned

AT = vn("2026-07-20 10:00")
JULY = (date(2026, 7, 1), date(2026, 7, 31))
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def store(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def told() -> None:
    while relay.turn(relay.Wiring(handlers={}, folders=(fold_events,)), at=AT):
        pass


def test_the_register_lists_what_the_counter_received_in_order(town: Town) -> None:
    first, second = returned(town), town.received(vn("2026-07-03 11:00"))
    refused(town)
    told()

    found = list(lines(town.centre_id, *JULY))

    assert [(row[0], row[1]) for row in found] == [("1", first), ("2", second)]
    assert all(len(row) == len(COLUMNS) for row in found)
    assert found[0][9] == "08/07/2026" and found[0][10] == "Trực tiếp tại quầy"
    assert found[1][9] == found[1][10] == ""


def test_other_units_and_other_days_stand_elsewhere(town: Town) -> None:
    town.received()
    told()

    assert list(lines(town.competent_id, *JULY)) == []
    assert list(lines(town.centre_id, date(2026, 7, 4), date(2026, 7, 31))) == []


def test_the_paper_is_landscape_and_says_its_period(town: Town) -> None:
    code = returned(town)
    told()

    pages = pypdf.PdfReader(io.BytesIO(register_of(code, at=AT))).pages

    text = " ".join(pages[0].extract_text().split())
    assert pages[0].mediabox.width > pages[0].mediabox.height
    assert "SỔ THEO DÕI HỒ SƠ" in text and "31/07/2026" in text and "Nguyễn Thị Lan" in text


def test_what_was_not_received_stands_in_no_register(town: Town) -> None:
    with pytest.raises(NotReceivedYet):
        register_of(town.submitted(), at=AT)
    with pytest.raises(NotFound):
        register_of("H05.99-260703-0001", at=AT)


def test_more_lines_than_anybody_prints_are_refused(town: Town, monkeypatch: Any) -> None:
    monkeypatch.setattr(register_paper, "PAPER_MOST", 0)
    town.received()
    told()

    with pytest.raises(RegisterTooLong):
        register_pdf(town.centre_id, *JULY, at=AT)


def test_the_fact_keeps_officer_and_verdicts(town: Town) -> None:
    code = returned(town)
    told()

    kept = DossierFact.objects.get(pk=code)
    assert (kept.officer_code, kept.verdict, kept.legal_verdict) == (
        town.specialist.code, "early", "early",
    )  # fmt: skip
    assert kept.legal_due_at > kept.due_at
