# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from motcua.domains.people.acts.sign_in import TooManyAttempts, WrongCredentials, sign_in
from motcua.domains.people.failures import Locked
from motcua.domains.people.models import Account, Session, SignInRecord, UnknownName
from motcua.domains.people.origin import Origin
from motcua.kit.models import AuditEntry, OutboxEvent
from tests.domains.people.conftest import NOW, OFFICE, PASSWORD, fail


def test_the_right_password_opens_a_session_with_the_posts_of_today(official: int) -> None:
    opened = sign_in(name="an.nv", password=PASSWORD, origin=OFFICE, at=NOW)

    assert opened.actor.account_id == official
    assert [(post.role, post.unit_code) for post in opened.actor.posts] == [
        ("specialist", "H05.42")
    ]
    row = Session.objects.get(pk=opened.session_id)
    assert row.device == "Chrome, Windows"
    assert opened.key.encode() not in bytes(row.key_hash)


def test_who_came_from_where_is_recorded(official: int) -> None:
    opened = sign_in(name="an.nv", password=PASSWORD, origin=OFFICE, at=NOW)

    record = SignInRecord.objects.get(act="signed_in")
    assert (record.account_id, record.session_id) == (official, opened.session_id)
    assert (record.ip, record.port, record.at) == ("10.1.2.3", 50123, NOW)


@pytest.mark.parametrize(
    "typed",
    [
        "AN.NV",
        "  an.nv ",
        "Ấn.NV",
        "an.nv@bacninh.gov.vn",
        "an.nguyen@bacninh.example.vn",
        "AN.NGUYEN@BACNINH.EXAMPLE.VN",
        "027090000001",
    ],
)
def test_names_are_forgiven_marks_capitals_blanks_and_mail_domain(
    official: int, typed: str
) -> None:
    opened = sign_in(name=typed, password=PASSWORD, origin=OFFICE, at=NOW)

    assert opened.actor.account_id == official


def test_an_email_means_its_owner_though_another_has_that_sign_in_name(
    make_official: Callable[..., int],
) -> None:
    make_official("an")
    owner = make_official("binh", email="an@bacninh.example.vn")

    opened = sign_in(name="an@bacninh.example.vn", password=PASSWORD, origin=OFFICE, at=NOW)

    assert opened.actor.account_id == owner


def test_a_password_typed_with_decomposed_letters_is_the_same(official: int) -> None:
    decomposed = "\u0110u\u0301ng-Ma\u0323\u0302t-Kh\u00e2\u0309u-2026"

    opened = sign_in(name="an.nv", password=decomposed, origin=OFFICE, at=NOW)

    assert opened.actor.account_id == official


@pytest.mark.parametrize("name", ["", "@", "x" * 10_000, "an\x00nv", "\ud800", "không-có-ai"])
@pytest.mark.parametrize("password", ["", "y" * 10_000, "\ud800", "\x00"])
def test_odd_names_and_passwords_are_simply_wrong(db: None, name: str, password: str) -> None:
    with pytest.raises(WrongCredentials):
        sign_in(name=name, password=password, origin=OFFICE, at=NOW)


def test_five_failures_lock_the_account_even_for_the_right_password(official: int) -> None:
    fail("an.nv", 4)
    with pytest.raises(Locked) as caught:
        sign_in(name="an.nv", password="sai", origin=OFFICE, at=NOW)

    assert caught.value.until == NOW + timedelta(hours=12)
    with pytest.raises(Locked):
        sign_in(name="an.nv", password=PASSWORD, origin=OFFICE, at=NOW)


def test_locking_leaves_a_trace_and_an_event(official: int) -> None:
    fail("an.nv", 5)

    code = Account.objects.get(pk=official).code
    assert AuditEntry.objects.filter(chain=f"account:{code}", act="lock").count() == 1
    assert OutboxEvent.objects.filter(topic="AccountLocked", subject=code).count() == 1


def test_failures_under_different_spellings_count_together(official: int) -> None:
    for typed in ("an.nv", "AN.NV", "an.nv@bacninh.gov.vn", "027090000001"):
        fail(typed, 1)

    with pytest.raises(Locked):
        sign_in(name="an.nguyen@bacninh.example.vn", password="sai", origin=OFFICE, at=NOW)


def test_the_lock_ends_by_itself_after_its_hours(official: int) -> None:
    fail("an.nv", 5)

    opened = sign_in(
        name="an.nv", password=PASSWORD, origin=OFFICE, at=NOW + timedelta(hours=12, seconds=1)
    )

    assert opened.actor.account_id == official
    assert Account.objects.get(pk=official).locked_until is None


def test_a_success_forgives_earlier_failures(official: int) -> None:
    fail("an.nv", 4)
    sign_in(name="an.nv", password=PASSWORD, origin=OFFICE, at=NOW)

    assert Account.objects.get(pk=official).failed_attempts == 0


def test_a_name_that_does_not_exist_gets_the_very_same_answers(official: int) -> None:
    known = fail("an.nv", 6)
    unknown = fail("khong.co", 6)

    assert known == unknown
    assert UnknownName.objects.count() == 1
    assert "khong" not in UnknownName.objects.get().name_hash


def test_a_closed_account_looks_like_a_wrong_password(official: int) -> None:
    Account.objects.filter(pk=official).update(is_active=False)

    with pytest.raises(WrongCredentials):
        sign_in(name="an.nv", password=PASSWORD, origin=OFFICE, at=NOW)


def test_citizens_have_no_password_door(db: None) -> None:
    Account.objects.create(
        kind="citizen", code="cd-1", sign_in_name="cd-1", full_name="Trần Thị Bình",
        personal_id="027190000001", password="!", created_at=NOW,
    )  # fmt: skip

    with pytest.raises(WrongCredentials):
        sign_in(name="027190000001", password="!", origin=OFFICE, at=NOW)


def test_one_address_that_fails_too_often_is_asked_to_wait(official: int) -> None:
    SignInRecord.objects.bulk_create(
        [SignInRecord(at=NOW, act="refused", ip="10.1.2.3") for _ in range(100)]
    )

    with pytest.raises(TooManyAttempts):
        sign_in(name="an.nv", password=PASSWORD, origin=OFFICE, at=NOW)
    later = NOW + timedelta(minutes=11)
    assert sign_in(name="an.nv", password=PASSWORD, origin=OFFICE, at=later)
    elsewhere = Origin("10.9.9.9")
    assert sign_in(name="an.nv", password=PASSWORD, origin=elsewhere, at=NOW)
