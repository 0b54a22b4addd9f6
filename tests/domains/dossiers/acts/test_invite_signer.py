# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.dossiers.acts.invite_signer import NobodyToInvite
from motcua.domains.dossiers.acts.save_draft import save_draft
from motcua.domains.dossiers.application import InvalidAnswers
from motcua.domains.dossiers.models import CoSignature
from motcua.kit.access import Actor
from motcua.kit.faults import NotFound
from motcua.kit.models import AuditEntry, OutboxEvent
from tests.domains.dossiers.conftest import SUBMITTED_AT, Town
from tests.domains.dossiers.signing import (
    HAN,
    LAN,
    NAM,
    filled_in,
    invited,
    person,
    publish_for_two,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def wife(town: Town) -> Actor:
    publish_for_two(town)
    return person("cd-han", HAN)


def test_the_person_named_in_the_form_is_invited_once(wife: Actor, town: Town) -> None:
    draft_id = filled_in(wife, town)

    codes = {invited(wife, draft_id) for _ in range(3)}

    row = CoSignature.objects.get()
    assert codes == {row.code}
    assert (row.personal_id, row.full_name, row.state) == (NAM, "Trần Văn Nam", "invited")
    assert AuditEntry.objects.filter(chain=f"draft:{draft_id}").count() == 1


def test_log_and_event_carry_no_personal_number(wife: Actor, town: Town) -> None:
    invited(wife, filled_in(wife, town))

    told = OutboxEvent.objects.get(topic="SignerInvited")
    entry = AuditEntry.objects.get(act="invite_signer")
    assert NAM not in str(told.payload) + str(entry.payload)


def test_another_number_in_the_form_makes_another_invitation(wife: Actor, town: Town) -> None:
    draft_id = filled_in(wife, town)
    first = invited(wife, draft_id)
    save_draft(at=SUBMITTED_AT, draft_id=draft_id, answers={"husband": {"id": LAN}})

    second = invited(wife, draft_id)

    assert second != first
    assert CoSignature.objects.get().personal_id == LAN


def test_an_unfinished_form_is_shown_to_nobody(wife: Actor, town: Town) -> None:
    draft_id = filled_in(wife, town)
    save_draft(at=SUBMITTED_AT, draft_id=draft_id, answers={"house": {"floors": "0"}})

    with pytest.raises(InvalidAnswers):
        invited(wife, draft_id)


def test_the_filler_invites_neither_herself_nor_strangers(wife: Actor, town: Town) -> None:
    draft_id = filled_in(wife, town)

    for signer in ("wife", "witness"):
        with pytest.raises(NobodyToInvite):
            invited(wife, draft_id, signer)


def test_nobody_invites_to_somebody_else_s_draft(wife: Actor, town: Town) -> None:
    with pytest.raises(NotFound):
        invited(town.stranger, filled_in(wife, town))
