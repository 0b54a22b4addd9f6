# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.people import queries as people
from motcua.domains.people.acts.revoke_representation import revoke_representation
from motcua.kit.faults import NotFound
from motcua.kit.models import AuditEntry
from tests.domains.people.representing import AT, BA, CHAU, accepted, citizen, counter

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("who", ["principal", "representative", "counter"])
def test_either_side_and_a_counter_end_it_at_once(who: str) -> None:
    old, young = citizen(BA), citizen(CHAU)
    code = accepted(old, young)
    ending = {"principal": old, "representative": young, "counter": counter()}[who]

    for _ in range(2):
        revoke_representation(actor=ending, at=AT, code=code)

    with pytest.raises(NotFound):
        people.acting(young, code, AT)
    assert people.given_by(old.account_id, AT)[0].state == "revoked"
    assert AuditEntry.objects.filter(act="revoke_representation").count() == 1


def test_a_stranger_sees_nothing_to_end() -> None:
    old, young = citizen(BA), citizen(CHAU)
    code = accepted(old, young)

    with pytest.raises(NotFound):
        revoke_representation(actor=citizen(("024190000009", "Người Lạ")), at=AT, code=code)
