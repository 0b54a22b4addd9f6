# SPDX-License-Identifier: Apache-2.0
"""Whoever stands in a register or a printed volume reads on the own page that it was taken out."""

from __future__ import annotations

import re
from argparse import Namespace
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from motcua.domains.dossiers.acts.work_off_batch import work_off_batch
from motcua.domains.dossiers.models import BatchRun, Dossier
from motcua.domains.dossiers.queries import batches
from motcua.domains.quality import register_paper
from motcua.domains.quality.acts.fold_events import fold_events
from motcua.faces.cli import print as printing
from motcua.kit import clock, relay
from motcua.kit.models import DataUse
from tests.domains.dossiers.conftest import Town
from tests.faces.desk.conftest import Desks, text
from tests.faces.desk.test_batch import chosen, hidden
from tests.faces.portal.conftest import signed_in

JULY = "from=01/07/2026&to=31/07/2026"


@pytest.fixture
def received(town: Town, settings: Any, tmp_path: Path) -> list[str]:
    """Three dossiers in the register, one of which is another person's."""
    settings.MEDIA_ROOT = tmp_path
    codes = [town.received() for _ in range(3)]
    Dossier.objects.filter(code=codes[2]).update(account_id=town.stranger.account_id)
    while relay.turn(relay.Wiring(handlers={}, folders=(fold_events,)), at=clock.now()):
        pass
    return codes


def who_looked(person: Any) -> str:
    return text(signed_in(person).get("/tai-khoan/ai-da-xem"))


@pytest.mark.parametrize("ending", ["csv", "xlsx", "pdf"])
def test_each_dossier_of_an_exported_register_is_in_the_ledger(
    town: Town, received: list[str], desk_of: Desks, ending: str
) -> None:
    counter = desk_of(town.counter)

    assert counter.get(f"/desk/reports/register.{ending}?{JULY}").status_code == 200

    line = DataUse.objects.get()
    assert (line.subjects, line.purpose) == (received, "reporting")
    mine, theirs = who_looked(town.citizen), who_looked(town.stranger)
    assert town.counter.name in mine and "Sổ theo dõi hồ sơ" in mine
    assert [code in mine for code in received] == [True, True, False]
    assert [code in theirs for code in received] == [False, False, True]


def test_each_dossier_of_a_printed_volume_is_in_the_ledger_and_no_other(
    town: Town, received: list[str], desk_of: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "FORMS_A_VOLUME", 2)
    counter = desk_of(town.counter)
    pages = _printed(counter, received)
    before = set(DataUse.objects.values_list("id", flat=True))

    assert counter.get(f"{pages}/volumes/1").status_code == 200

    (line,) = DataUse.objects.exclude(id__in=before)
    assert (line.page, line.subjects) == ("desk/batch_print", received[:2])
    assert "Biểu mẫu in cho nhiều hồ sơ" in who_looked(town.citizen)
    assert "Biểu mẫu in cho nhiều hồ sơ" not in who_looked(town.stranger)
    assert counter.get(f"{pages}/volumes/2").status_code == 200
    assert "Biểu mẫu in cho nhiều hồ sơ" in who_looked(town.stranger)


def _printed(counter: Client, codes: list[str]) -> str:
    page = text(chosen(counter, *codes))
    kinds = re.findall(r'<option value="(\w+)"', page)
    assert "receipt" in kinds
    answer = counter.post("/desk/batches/start", {**hidden(page, "print"), "form": "receipt"})
    assert answer.status_code == 303, text(answer)
    work_off_batch(key=BatchRun.objects.get().key, now=clock.now)
    return str(answer["Location"])


@pytest.mark.parametrize("form", ["register", "control-slip"])
def test_what_the_server_prints_is_in_the_ledger_too(
    town: Town, received: list[str], tmp_path: Path, form: str
) -> None:
    asked = Namespace(form=form, code=received[0], out=str(tmp_path / "a.pdf"))

    assert printing.run(asked) == 0

    line = DataUse.objects.get()
    assert line.subjects == (received if form == "register" else received[:1])
    assert "Biểu mẫu in tại máy chủ" in who_looked(town.citizen)


def test_what_was_not_sent_is_not_in_the_ledger(
    town: Town, received: list[str], desk_of: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter = desk_of(town.counter)
    monkeypatch.setattr(register_paper, "PAPER_MOST", 2)

    statuses = [
        counter.get(f"/desk/reports/register.{ending}?{JULY}").status_code
        for ending in ("exe", "pdf")
    ]

    assert statuses == [404, 422]
    assert not DataUse.objects.exists()
