# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from motcua.domains.people.acts.delegate import Absence
from motcua.domains.people.acts.end_delegation import end_delegation
from motcua.domains.people.models import Delegation
from motcua.domains.people.queries import actor_of, delegations_of
from motcua.kit.access import NotPermitted, Role
from motcua.kit.faults import NotFound
from motcua.kit.models import AuditEntry, OutboxEvent
from tests.domains.people.acts.test_delegate import absence, named  # noqa: F401
from tests.domains.people.conftest import NOW, TODAY


def test_the_absent_one_is_back_early(absence: Absence) -> None:  # noqa: F811
    row_id = named(absence)
    me = actor_of(absence.absent_id, NOW)

    for _ in range(2):
        end_delegation(actor=me, at=NOW, key=uuid4(), delegation_id=row_id)

    assert actor_of(absence.stand_in_id, NOW).post(Role.LEADER, absence.unit_id) is None
    assert delegations_of(absence.absent_id, on=TODAY) == ()
    assert AuditEntry.objects.filter(act="end_delegation").count() == 1
    assert OutboxEvent.objects.filter(topic="DelegationEnded").count() == 1


def test_one_that_has_not_begun_never_begins(absence: Absence) -> None:  # noqa: F811
    row_id = named(absence)
    later = Delegation.objects.get(pk=row_id).valid_from + timedelta(days=2)
    Delegation.objects.filter(pk=row_id).update(valid_from=later)

    end_delegation(
        actor=actor_of(absence.absent_id, NOW), at=NOW, key=uuid4(), delegation_id=row_id
    )

    row = Delegation.objects.get(pk=row_id)
    assert row.valid_to == row.valid_from == later


def test_others_are_refused(absence: Absence) -> None:  # noqa: F811
    row_id = named(absence)
    stand_in = actor_of(absence.stand_in_id, NOW)

    with pytest.raises(NotPermitted):
        end_delegation(actor=stand_in, at=NOW, key=uuid4(), delegation_id=row_id)
    with pytest.raises(NotFound):
        end_delegation(actor=stand_in, at=NOW, key=uuid4(), delegation_id=0)

    assert Delegation.objects.get(pk=row_id).valid_to == absence.valid_to
