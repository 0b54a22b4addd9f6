# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from motcua.domains.dossiers.acts.attach_paper import attach_paper, detach_paper
from motcua.domains.dossiers.acts.clear_unattached import clear_unattached
from motcua.domains.dossiers.acts.open_draft import open_draft
from motcua.domains.vault.acts.file_paper import file_paper
from motcua.domains.vault.acts.store_file import store_file
from motcua.domains.vault.models import Paper, StoredFile
from tests.domains.dossiers.conftest import CODE, SUBMITTED_AT, Town
from tests.files import PDF, picture

LATER = SUBMITTED_AT + timedelta(days=4)
MUCH_LATER = SUBMITTED_AT + timedelta(days=31)


@pytest.fixture(autouse=True)
def store(tmp_path: Path, settings) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def sent(body: bytes = PDF, name: str = "a.pdf") -> int:
    """A file sent with a counter form."""
    stored = store_file(chunks=[body], name=name, at=SUBMITTED_AT)
    return file_paper(file=stored, kind="component", title="x", file_name=name, at=SUBMITTED_AT).pk


def drafted(town: Town) -> tuple[int, int]:
    draft_id, _ = open_draft(actor=town.citizen, at=SUBMITTED_AT, procedure_code=CODE)
    paper_id = attach_paper(
        at=SUBMITTED_AT, draft_id=draft_id, component_code="drawing", file_name="a.pdf",
        chunks=[PDF],
    )  # fmt: skip
    return draft_id, paper_id


def on_disk(store: Path) -> int:
    return sum(path.is_file() for path in store.rglob("*"))


def test_what_an_abandoned_counter_form_left_goes_with_its_bytes(town: Town, store: Path) -> None:
    sent()

    assert clear_unattached(at=SUBMITTED_AT + timedelta(hours=20)) == 0
    assert clear_unattached(at=LATER) == 1
    assert clear_unattached(at=LATER) == 0

    assert (Paper.objects.count(), StoredFile.objects.count(), on_disk(store)) == (0, 0, 0)


def test_bytes_that_a_dossier_shares_stay(town: Town, store: Path) -> None:
    sent()
    town.submitted(papers=(("drawing", sent()),), presented=())
    sent(picture(), "b.png")

    assert clear_unattached(at=LATER) == 2

    assert (Paper.objects.count(), StoredFile.objects.count(), on_disk(store)) == (1, 1, 1)


def test_papers_of_a_draft_wait_until_it_has_expired(town: Town) -> None:
    drafted(town)

    assert clear_unattached(at=LATER) == 0
    assert clear_unattached(at=MUCH_LATER) == 1


def test_a_paper_taken_out_of_its_draft_goes_earlier(town: Town) -> None:
    draft_id, paper_id = drafted(town)
    detach_paper(at=SUBMITTED_AT, draft_id=draft_id, paper_id=paper_id)

    assert clear_unattached(at=LATER) == 1


def test_papers_of_dossiers_never_go(town: Town) -> None:
    town.submitted(papers=(("drawing", sent()),), presented=())
    Paper.objects.update(origin_dossier="")

    assert clear_unattached(at=MUCH_LATER) == 0
