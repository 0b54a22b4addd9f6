# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.dossiers.acts.confirm_signing import confirm_signing
from motcua.domains.dossiers.acts.save_draft import save_draft
from motcua.domains.dossiers.acts.submit_draft import submit_draft
from motcua.domains.dossiers.application import SignaturesMissing
from motcua.domains.dossiers.identity import IdentityTooLow
from motcua.domains.dossiers.invitations import InvitationOver
from motcua.domains.dossiers.models import CoSignature
from motcua.domains.dossiers.models.dossier import Source
from motcua.kit.access import Actor
from motcua.kit.faults import NotFound, Stale
from motcua.kit.models import AuditEntry, OutboxEvent
from tests.builders import by
from tests.domains.dossiers.conftest import SUBMITTED_AT, Town, row
from tests.domains.dossiers.signing import (
    HAN,
    LAN,
    NAM,
    content,
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


@pytest.fixture
def husband(wife: Actor) -> Actor:
    return person("cd-nam", NAM)


def confirm(actor: Actor, code: str, seen: str) -> None:
    confirm_signing(actor=actor, at=SUBMITTED_AT, code=code, seen=seen)


def hand_in(actor: Actor, draft_id: int) -> str:
    command = by(actor, SUBMITTED_AT)
    return submit_draft(by=command, draft_id=draft_id, source=Source.SYNTHETIC).code


def test_it_is_submitted_only_when_both_have_said_yes(
    wife: Actor, husband: Actor, town: Town
) -> None:
    draft_id = filled_in(wife, town)
    code = invited(wife, draft_id)
    with pytest.raises(SignaturesMissing):
        hand_in(wife, draft_id)

    confirm(husband, code, content(draft_id))

    dossiers = {hand_in(wife, draft_id) for _ in range(3)}
    assert len(dossiers) == 1
    assert CoSignature.objects.get().dossier_id == row(dossiers.pop()).pk
    submitted = AuditEntry.objects.get(act="submit")
    assert submitted.payload["signed"] == ["husband", "wife"]


def test_confirming_twice_is_one_confirmation(wife: Actor, husband: Actor, town: Town) -> None:
    draft_id = filled_in(wife, town)
    code = invited(wife, draft_id)

    for _ in range(3):
        confirm(husband, code, content(draft_id))

    assert OutboxEvent.objects.filter(topic="SigningConfirmed").count() == 1


def test_a_changed_answer_voids_the_confirmation(wife: Actor, husband: Actor, town: Town) -> None:
    draft_id = filled_in(wife, town)
    confirm(husband, invited(wife, draft_id), content(draft_id))

    save_draft(at=SUBMITTED_AT, draft_id=draft_id, answers={"house": {"floors": "3"}})

    assert CoSignature.objects.get().state == "invited"
    with pytest.raises(SignaturesMissing):
        hand_in(wife, draft_id)


def test_saving_the_same_answers_again_voids_nothing(
    wife: Actor, husband: Actor, town: Town
) -> None:
    draft_id = filled_in(wife, town)
    confirm(husband, invited(wife, draft_id), content(draft_id))

    save_draft(
        at=SUBMITTED_AT, draft_id=draft_id, answers={"house": {"floors": "2"}, "copies": None}
    )

    assert CoSignature.objects.get().state == "confirmed"


def test_nobody_confirms_for_somebody_else(wife: Actor, husband: Actor, town: Town) -> None:
    draft_id = filled_in(wife, town)
    code = invited(wife, draft_id)

    for other in (wife, person("cd-lan", LAN), town.stranger):
        with pytest.raises(NotFound):
            confirm(other, code, content(draft_id))


def test_what_was_not_read_is_not_confirmed(wife: Actor, husband: Actor, town: Town) -> None:
    draft_id = filled_in(wife, town)
    code, read = invited(wife, draft_id), content(draft_id)
    save_draft(at=SUBMITTED_AT, draft_id=draft_id, answers={"house": {"floors": "3"}})

    with pytest.raises(Stale):
        confirm(husband, code, read)


def test_a_low_e_id_neither_signs_nor_submits(wife: Actor, town: Town) -> None:
    draft_id = filled_in(wife, town)
    code = invited(wife, draft_id)

    with pytest.raises(IdentityTooLow):
        confirm(person("cd-nam", NAM, level=1), code, content(draft_id))


def test_a_submitted_application_takes_no_more_signatures(
    wife: Actor, husband: Actor, town: Town
) -> None:
    draft_id = filled_in(wife, town)
    code, read = invited(wife, draft_id), content(draft_id)
    confirm(husband, code, read)
    hand_in(wife, draft_id)

    with pytest.raises(InvitationOver):
        confirm(husband, code, read)
