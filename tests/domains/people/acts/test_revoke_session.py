# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from collections.abc import Callable

import pytest

from motcua.domains.people.acts.open_session import open_session
from motcua.domains.people.acts.revoke_session import revoke_session
from motcua.domains.people.acts.save_session import save_session
from motcua.domains.people.acts.sign_in import sign_in
from motcua.domains.people.keys import hash_of
from motcua.domains.people.models import SignInRecord
from motcua.domains.people.queries import actor_of, live_session
from motcua.kit.access import GUEST, NotPermitted, Role
from motcua.kit.faults import NotFound
from motcua.kit.models import AuditEntry
from tests.domains.people.conftest import NOW, OFFICE, PASSWORD


def test_a_revoked_session_opens_nothing_and_keeps_nothing(official: int) -> None:
    opened = sign_in(name="an.nv", password=PASSWORD, origin=OFFICE, at=NOW)

    revoke_session(actor=opened.actor, session_id=opened.session_id, origin=OFFICE, at=NOW)

    assert live_session(hash_of(opened.key), NOW) is None
    assert not save_session(key=opened.key, payload={"a": 1})
    assert AuditEntry.objects.filter(act="revoke_session").count() == 1


def test_revoking_twice_is_recorded_once(official: int) -> None:
    opened = sign_in(name="an.nv", password=PASSWORD, origin=OFFICE, at=NOW)

    for _ in range(2):
        revoke_session(actor=opened.actor, session_id=opened.session_id, origin=OFFICE, at=NOW)

    assert SignInRecord.objects.filter(act="revoked").count() == 1


def test_a_colleague_may_not_end_my_session_but_the_administrator_may(
    official: int, make_official: Callable[..., int]
) -> None:
    opened = sign_in(name="an.nv", password=PASSWORD, origin=OFFICE, at=NOW)
    colleague = actor_of(make_official("dong.nghiep"), NOW)
    admin = actor_of(make_official("quan.tri", role=Role.UNIT_ADMIN), NOW)

    with pytest.raises(NotPermitted):
        revoke_session(actor=colleague, session_id=opened.session_id, origin=OFFICE, at=NOW)
    revoke_session(actor=admin, session_id=opened.session_id, origin=OFFICE, at=NOW)

    assert live_session(hash_of(opened.key), NOW) is None


def test_a_guest_session_is_nobodys_to_revoke(official: int) -> None:
    guest = open_session(actor=GUEST, at=NOW)

    with pytest.raises(NotFound):
        revoke_session(
            actor=actor_of(official, NOW), session_id=guest.session_id, origin=OFFICE, at=NOW
        )
