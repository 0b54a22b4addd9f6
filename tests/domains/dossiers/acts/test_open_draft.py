# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import timedelta

import pytest

from motcua.domains.dossiers.acts.open_draft import open_draft
from motcua.domains.dossiers.models import Draft
from motcua.domains.dossiers.queries.applicant import (
    draft_of_account,
    draft_of_secret,
    own_drafts,
)
from motcua.kit.access import GUEST
from motcua.kit.faults import NotFound
from tests.domains.dossiers.conftest import CODE, SUBMITTED_AT, Town

pytestmark = pytest.mark.django_db


def test_without_an_account_only_the_secret_opens_a_draft(town: Town) -> None:
    draft_id, secret = open_draft(actor=GUEST, at=SUBMITTED_AT, procedure_code=CODE)

    assert draft_of_secret(secret, at=SUBMITTED_AT).id == draft_id
    assert secret not in str(Draft.objects.values().get())
    with pytest.raises(NotFound):
        draft_of_secret(secret + "x", at=SUBMITTED_AT)


def test_an_account_opens_its_own_drafts_only(town: Town) -> None:
    draft_id, _ = open_draft(actor=town.citizen, at=SUBMITTED_AT, procedure_code=CODE)

    assert [one.id for one in own_drafts(town.citizen.account_id, at=SUBMITTED_AT)] == [draft_id]
    with pytest.raises(NotFound):
        draft_of_account(draft_id, town.stranger.account_id, at=SUBMITTED_AT)


def test_a_draft_ends_after_thirty_days(town: Town) -> None:
    _, secret = open_draft(actor=GUEST, at=SUBMITTED_AT, procedure_code=CODE)

    with pytest.raises(NotFound):
        draft_of_secret(secret, at=SUBMITTED_AT + timedelta(days=30))


def test_an_unknown_procedure_has_no_form(town: Town) -> None:
    with pytest.raises(NotFound):
        open_draft(actor=GUEST, at=SUBMITTED_AT, procedure_code="9.999999")
