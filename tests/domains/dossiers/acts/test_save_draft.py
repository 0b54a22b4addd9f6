# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import timedelta

import pytest

from motcua.domains.dossiers.acts.open_draft import open_draft
from motcua.domains.dossiers.acts.save_draft import (
    DraftClosed,
    DraftTooLarge,
    laid_over,
    save_draft,
)
from motcua.domains.dossiers.models import Draft
from motcua.domains.dossiers.queries.applicant import draft_of_account
from motcua.kit.faults import NotFound
from tests.domains.dossiers.conftest import CODE, SUBMITTED_AT, Town

pytestmark = pytest.mark.django_db


def opened(town: Town) -> int:
    return open_draft(actor=town.citizen, at=SUBMITTED_AT, procedure_code=CODE)[0]


def test_each_field_saved_stays_when_the_next_one_is(town: Town) -> None:
    draft_id = opened(town)

    save_draft(at=SUBMITTED_AT, draft_id=draft_id, answers={"house": {"floors": "3"}})
    save_draft(at=SUBMITTED_AT, draft_id=draft_id, answers={"house": {"area": "80"}})

    kept = draft_of_account(draft_id, town.citizen.account_id, at=SUBMITTED_AT)
    assert kept.answers == {"house": {"floors": "3", "area": "80"}}


def test_rows_are_given_whole() -> None:
    assert laid_over({"rows": [1, 2]}, {"rows": [3]}) == {"rows": [3]}


def test_a_draft_cannot_grow_without_bound(town: Town) -> None:
    draft_id = opened(town)

    with pytest.raises(DraftTooLarge):
        save_draft(at=SUBMITTED_AT, draft_id=draft_id, answers={"x": "y" * 200_001})

    assert Draft.objects.get(pk=draft_id).answers == {}


def test_an_expired_or_submitted_draft_is_closed(town: Town) -> None:
    draft_id = opened(town)

    with pytest.raises(NotFound):
        save_draft(at=SUBMITTED_AT + timedelta(days=31), draft_id=draft_id, answers={})
    Draft.objects.filter(pk=draft_id).update(dossier_code="D-1")
    with pytest.raises(DraftClosed):
        save_draft(at=SUBMITTED_AT, draft_id=draft_id, answers={})
