# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.people.acts.change_password import (
    SamePassword,
    WrongPassword,
    change_password,
)
from motcua.domains.people.acts.open_session import Opened
from motcua.domains.people.acts.sign_in import WrongCredentials, sign_in
from motcua.domains.people.failures import Locked
from motcua.domains.people.models import Session
from motcua.domains.people.passwords import WeakPassword
from motcua.kit.access import GUEST, NotPermitted
from tests.domains.people.conftest import NOW, OFFICE, PASSWORD

NEW = "Một-Khẩu-Lệnh-Khác-77"


def change(opened: Opened, *, current: str = PASSWORD, new: str = NEW) -> None:
    change_password(
        actor=opened.actor, current=current, new=new, session_key=opened.key, origin=OFFICE, at=NOW
    )


@pytest.fixture
def opened(official: int) -> Opened:
    return sign_in(name="an.nv", password=PASSWORD, origin=OFFICE, at=NOW)


def test_the_new_password_opens_and_the_old_one_does_not(opened: Opened) -> None:
    change(opened)

    assert sign_in(name="an.nv", password=NEW, origin=OFFICE, at=NOW)
    with pytest.raises(WrongCredentials):
        sign_in(name="an.nv", password=PASSWORD, origin=OFFICE, at=NOW)


def test_all_other_sessions_end_and_this_one_stays(opened: Opened) -> None:
    other = sign_in(name="an.nv", password=PASSWORD, origin=OFFICE, at=NOW)

    change(opened)

    assert Session.objects.get(pk=other.session_id).revoked_at == NOW
    assert Session.objects.get(pk=opened.session_id).revoked_at is None


@pytest.mark.parametrize(
    "weak",
    ["Ngắn-1aB", "toàn-chữ-thường-1234", "TOÀN-CHỮ-HOA-12345", "Không-Có-Chữ-Số",
     "KhongDauNao12345", "An.NV-Mật-Khẩu-2026", "A1a-" * 100],
)  # fmt: skip
def test_weak_passwords_are_refused(opened: Opened, weak: str) -> None:
    with pytest.raises(WeakPassword):
        change(opened, new=weak)


def test_the_same_password_is_refused(opened: Opened) -> None:
    with pytest.raises(SamePassword):
        change(opened, new=PASSWORD)


def test_guessing_the_present_password_locks_the_account(opened: Opened) -> None:
    for _ in range(4):
        with pytest.raises(WrongPassword):
            change(opened, current="sai")

    with pytest.raises(Locked):
        change(opened, current="sai")
    with pytest.raises(Locked):
        change(opened)


def test_guests_have_no_password(db: None) -> None:
    with pytest.raises(NotPermitted):
        change(Opened("khoa", 1, GUEST))
