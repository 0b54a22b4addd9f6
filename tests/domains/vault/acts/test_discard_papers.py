# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from pathlib import Path

import pytest

from motcua.domains.vault.acts.discard_papers import discard_papers
from motcua.domains.vault.models import Paper, PaperUse, Reading, StoredFile
from tests.domains.vault.papers import AT, filed, now
from tests.files import PDF, picture

pytestmark = pytest.mark.django_db


def on_disk(folder: Path) -> int:
    return sum(path.is_file() for path in folder.rglob("*"))


def test_the_paper_its_reading_and_its_bytes_go(tmp_path: Path) -> None:
    one = now(filed(origin_dossier=""))
    filed(picture(), name="b.png")

    assert discard_papers(ids=[one.id]) == 1
    assert discard_papers(ids=[one.id]) == 0

    assert (Paper.objects.count(), StoredFile.objects.count(), on_disk(tmp_path)) == (1, 1, 1)
    assert Reading.objects.count() == 1


def test_bytes_that_another_paper_needs_stay(tmp_path: Path) -> None:
    one = now(filed(origin_dossier=""))
    filed(PDF)

    discard_papers(ids=[one.id])

    assert (Paper.objects.count(), on_disk(tmp_path)) == (1, 1)


def test_papers_of_dossiers_and_papers_that_something_refers_to_stay() -> None:
    of_a_dossier, used = now(filed()), now(filed(origin_dossier=""))
    PaperUse.objects.create(paper_id=used.id, dossier_code="H05-1", at=AT)

    assert discard_papers(ids=[of_a_dossier.id, used.id]) == 0
    assert Paper.objects.count() == 2
