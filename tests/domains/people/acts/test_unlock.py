# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from collections.abc import Callable

import pytest

from motcua.domains.people.acts.sign_in import sign_in
from motcua.domains.people.acts.unlock import unlock
from motcua.domains.people.queries import actor_of
from motcua.kit.access import SYSTEM, NotPermitted, Role
from motcua.kit.faults import NotFound
from motcua.kit.models import AuditEntry
from tests.domains.people.conftest import NOW, OFFICE, PASSWORD, fail


def test_the_administrator_of_the_unit_unlocks(
    official: int, make_official: Callable[..., int]
) -> None:
    admin = actor_of(make_official("quan.tri", role=Role.UNIT_ADMIN), NOW)
    fail("an.nv", 5)

    unlock(actor=admin, account_id=official, at=NOW)

    assert sign_in(name="an.nv", password=PASSWORD, origin=OFFICE, at=NOW)
    assert AuditEntry.objects.filter(act="unlock", actor_code=admin.code).count() == 1


def test_a_colleague_may_not_unlock(official: int, make_official: Callable[..., int]) -> None:
    colleague = actor_of(make_official("dong.nghiep"), NOW)

    with pytest.raises(NotPermitted):
        unlock(actor=colleague, account_id=official, at=NOW)


def test_nobody_is_not_found(db: None) -> None:
    with pytest.raises(NotFound):
        unlock(actor=SYSTEM, account_id=1, at=NOW)
