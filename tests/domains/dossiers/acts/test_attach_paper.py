# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from pathlib import Path

import pytest

from motcua.domains.dossiers.acts.attach_paper import (
    MOST,
    TooManyPapers,
    UnknownComponent,
    attach_paper,
    detach_paper,
)
from motcua.domains.dossiers.acts.open_draft import open_draft
from motcua.domains.dossiers.queries.card import draft_attachments
from motcua.domains.vault.content import LyingName
from motcua.kit.access import GUEST
from motcua.kit.faults import NotFound
from tests.domains.dossiers.conftest import CODE, SUBMITTED_AT, Town
from tests.domains.vault.acts.test_store_file import PDF

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft_id(town: Town, tmp_path: Path, settings) -> int:
    settings.MEDIA_ROOT = tmp_path
    return open_draft(actor=GUEST, at=SUBMITTED_AT, procedure_code=CODE)[0]


def attach(draft_id: int, component: str = "drawing", name: str = "a.pdf") -> int:
    return attach_paper(
        at=SUBMITTED_AT,
        draft_id=draft_id,
        component_code=component,
        file_name=name,
        chunks=[PDF],
    )


def test_a_component_takes_several_files_and_gives_them_back(draft_id: int) -> None:
    first, _ = attach(draft_id), attach(draft_id)

    detach_paper(at=SUBMITTED_AT, draft_id=draft_id, paper_id=first)

    assert [line.component_code for line in draft_attachments(draft_id)] == ["drawing"]


def test_what_the_procedure_does_not_ask_for_is_refused(draft_id: int) -> None:
    with pytest.raises(UnknownComponent):
        attach(draft_id, component="no_such")


def test_a_lying_file_leaves_the_draft_as_it_was(draft_id: int) -> None:
    with pytest.raises(LyingName):
        attach(draft_id, name="a.jpg")

    assert draft_attachments(draft_id) == ()


def test_a_form_takes_a_limited_number_of_files(draft_id: int) -> None:
    for _ in range(MOST):
        attach(draft_id)

    with pytest.raises(TooManyPapers):
        attach(draft_id)


def test_another_draft_s_paper_cannot_be_taken_out(draft_id: int) -> None:
    paper_id = attach(draft_id)
    other, _ = open_draft(actor=GUEST, at=SUBMITTED_AT, procedure_code=CODE)

    with pytest.raises(NotFound):
        detach_paper(at=SUBMITTED_AT, draft_id=other, paper_id=paper_id)
