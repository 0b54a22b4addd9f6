# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.people.acts.accept_representation import (
    RepresentationOver,
    accept_representation,
)
from motcua.domains.people.acts.revoke_representation import revoke_representation
from motcua.kit.faults import NotFound
from motcua.kit.models import OutboxEvent
from tests.domains.people.representing import AT, BA, CHAU, LATER, citizen, granted

pytestmark = pytest.mark.django_db


def test_only_the_named_person_accepts_and_once() -> None:
    old, young = citizen(BA), citizen(CHAU)
    code = granted(old)
    with pytest.raises(NotFound):
        accept_representation(actor=old, at=AT, code=code)

    for _ in range(2):
        accept_representation(actor=young, at=AT, code=code)

    assert OutboxEvent.objects.filter(topic="RepresentationAccepted").count() == 1


def test_what_has_ended_is_not_accepted() -> None:
    old, young = citizen(BA), citizen(CHAU)
    late, revoked = granted(old), granted(old)
    revoke_representation(actor=old, at=AT, code=revoked)

    with pytest.raises(RepresentationOver):
        accept_representation(actor=young, at=LATER, code=late)
    with pytest.raises(RepresentationOver):
        accept_representation(actor=young, at=AT, code=revoked)
