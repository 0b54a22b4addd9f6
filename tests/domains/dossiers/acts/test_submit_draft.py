# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from pathlib import Path

import pytest

from motcua.domains.dossiers.acts.attach_paper import attach_paper
from motcua.domains.dossiers.acts.open_draft import open_draft
from motcua.domains.dossiers.acts.save_draft import save_draft
from motcua.domains.dossiers.acts.submit_draft import UnitMissing, submit_draft
from motcua.domains.dossiers.application import InvalidAnswers
from motcua.domains.dossiers.models import Dossier, Draft
from motcua.domains.dossiers.models.dossier import Source
from motcua.domains.dossiers.queries.card import attachments
from tests.builders import by
from tests.domains.dossiers.conftest import ANSWERS, CODE, SUBMITTED_AT, Town, row
from tests.domains.vault.acts.test_store_file import PDF

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft_id(town: Town, tmp_path: Path, settings) -> int:
    settings.MEDIA_ROOT = tmp_path
    draft_id, _ = open_draft(actor=town.citizen, at=SUBMITTED_AT, procedure_code=CODE)
    attach_paper(
        at=SUBMITTED_AT,
        draft_id=draft_id,
        component_code="drawing",
        file_name="a.pdf",
        chunks=[PDF],
    )
    return draft_id


def save(town: Town, draft_id: int, **changes: object) -> None:
    save_draft(
        at=SUBMITTED_AT,
        draft_id=draft_id,
        answers={**ANSWERS, **changes},
        competent_unit_id=town.competent_id,
    )


def hand_in(town: Town, draft_id: int) -> str:
    command = by(town.citizen, SUBMITTED_AT)
    return submit_draft(by=command, draft_id=draft_id, source=Source.SYNTHETIC).code


def test_a_draft_becomes_one_dossier_with_its_papers(town: Town, draft_id: int) -> None:
    save(town, draft_id)

    codes = {hand_in(town, draft_id) for _ in range(5)}

    assert len(codes) == 1 == Dossier.objects.count()
    stored = row(codes.pop())
    assert stored.account_id == town.citizen.account_id
    assert [line.component_code for line in attachments(stored.pk)] == ["drawing"]
    assert Draft.objects.get(pk=draft_id).answers == {}


def test_a_faulty_draft_stays_a_draft(town: Town, draft_id: int) -> None:
    save(town, draft_id, house={"floors": "0"})

    with pytest.raises(InvalidAnswers):
        hand_in(town, draft_id)

    assert Draft.objects.get(pk=draft_id).dossier_code == ""
    assert not Dossier.objects.exists()


def test_somebody_must_be_chosen_to_handle_it(town: Town, draft_id: int) -> None:
    with pytest.raises(UnitMissing):
        hand_in(town, draft_id)
