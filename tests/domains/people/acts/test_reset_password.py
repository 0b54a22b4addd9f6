# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from motcua.domains.people.acts.change_password import change_password
from motcua.domains.people.acts.hold_post import NewPost, hold_post
from motcua.domains.people.acts.reset_password import reset_password
from motcua.domains.people.acts.sign_in import WrongCredentials, sign_in
from motcua.domains.people.models import Session
from motcua.domains.people.queries import actor_of
from motcua.kit.access import SYSTEM, NotPermitted, Role
from motcua.kit.faults import NotFound
from motcua.kit.models import AuditEntry
from tests.domains.people.conftest import NOW, OFFICE, PASSWORD, TODAY, fail


def test_the_new_password_works_unlocks_and_must_be_replaced(official: int) -> None:
    fail("an.nv", 5)

    password = reset_password(actor=SYSTEM, account_id=official, at=NOW)

    opened = sign_in(name="an.nv", password=password, origin=OFFICE, at=NOW)
    assert opened.must_choose
    change_password(
        actor=opened.actor, current=password, new="Của-Riêng-Tôi-2026", session_key=opened.key,
        origin=OFFICE, at=NOW,
    )  # fmt: skip
    again = sign_in(name="an.nv", password="Của-Riêng-Tôi-2026", origin=OFFICE, at=NOW)
    assert not again.must_choose


def test_the_old_password_and_its_sessions_end(official: int) -> None:
    sign_in(name="an.nv", password=PASSWORD, origin=OFFICE, at=NOW)

    reset_password(actor=SYSTEM, account_id=official, at=NOW)

    assert not Session.objects.filter(account_id=official, revoked_at__isnull=True).exists()
    with pytest.raises(WrongCredentials):
        sign_in(name="an.nv", password=PASSWORD, origin=OFFICE, at=NOW)


def test_no_two_passwords_are_alike_and_none_is_logged(official: int) -> None:
    made = {reset_password(actor=SYSTEM, account_id=official, at=NOW) for _ in range(3)}

    assert len(made) == 3
    assert all(entry.payload == {} for entry in AuditEntry.objects.filter(act="reset_password"))


def test_the_administrator_of_the_unit_may_and_a_colleague_may_not(
    official: int, make_official: Callable[..., int]
) -> None:
    admin = actor_of(make_official("quan.tri", role=Role.UNIT_ADMIN), NOW)
    colleague = actor_of(make_official("dong.nghiep"), NOW)

    assert reset_password(actor=admin, account_id=official, at=NOW)
    with pytest.raises(NotPermitted):
        reset_password(actor=colleague, account_id=official, at=NOW)


def test_nobody_is_not_found(db: None) -> None:
    with pytest.raises(NotFound):
        reset_password(actor=SYSTEM, account_id=1, at=NOW)


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.CONFIGURATOR, Role.DIRECTOR])
def test_whoever_reaches_beyond_the_unit_is_not_taken_over_by_its_administrator(
    official: int, make_official: Callable[..., int], department: int, role: Role
) -> None:
    admin = actor_of(make_official("quan.tri", role=Role.UNIT_ADMIN), NOW)
    wider = NewPost(unit_id=department, role=role, valid_from=TODAY)
    hold_post(actor=SYSTEM, account_id=official, post=wider, at=NOW)

    with pytest.raises(NotPermitted):
        reset_password(actor=admin, account_id=official, at=NOW)


def test_the_administrator_of_a_unit_left_long_ago_may_not(
    make_official: Callable[..., int], department: int
) -> None:
    admin = actor_of(make_official("quan.tri", role=Role.UNIT_ADMIN), NOW)
    gone = make_official("da.di", role=None)
    before = NewPost(
        unit_id=department, role=Role.SPECIALIST, valid_from=date(2025, 7, 1),
        valid_to=date(2026, 7, 1),
    )  # fmt: skip
    hold_post(actor=SYSTEM, account_id=gone, post=before, at=NOW)

    with pytest.raises(NotPermitted):
        reset_password(actor=admin, account_id=gone, at=NOW)
