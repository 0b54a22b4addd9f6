# SPDX-License-Identifier: Apache-2.0
"""A small department with an official in it, and the moment at which things happen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from motcua.domains.people.acts.hold_post import NewPost, hold_post
from motcua.domains.people.acts.issue_token import issue_token
from motcua.domains.people.acts.open_account import NewAccount, open_account
from motcua.domains.people.acts.sign_in import WrongCredentials, sign_in
from motcua.domains.people.failures import Locked
from motcua.domains.people.models import AccountKind
from motcua.domains.people.origin import Origin
from motcua.domains.units.models import Agency, AgencyName
from motcua.kit.access import SYSTEM, Role

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
TODAY = date(2026, 11, 20)
OFFICE = Origin("10.1.2.3", 50123, "Chrome, Windows")
PASSWORD = "Đúng-Mật-Khẩu-2026"


def fail(name: str, times: int, *, origin: Origin = OFFICE) -> list[str]:
    """Try a wrong password some times; return the sentences told."""
    told = []
    for _ in range(times):
        with pytest.raises((WrongCredentials, Locked)) as caught:
            sign_in(name=name, password="sai", origin=origin, at=NOW)
        told.append(str(caught.value))
    return told


@pytest.fixture
def department(db: None) -> int:
    """The id of a department that has existed for years."""
    row = Agency.objects.create(
        key="BN-SNV", code="H05.42", code_kind="synthetic", level="province", kind="department"
    )
    AgencyName.objects.create(
        agency=row, name_vi="Sở Nội vụ", name_en="Department of Home Affairs", short_name="SNV",
        sort_key="", valid_from=date(2020, 1, 1),
    )  # fmt: skip
    return row.pk


@pytest.fixture
def make_official(department: int) -> Callable[..., int]:
    """Open an account for an official with a post in the department; returns its id."""

    def make(name: str = "an.nv", *, role: Role | None = Role.SPECIALIST, **facts: str) -> int:
        wanted = NewAccount(
            kind=AccountKind.OFFICIAL, sign_in_name=name, full_name="Nguyễn Văn An",
            password=PASSWORD, **facts,
        )  # fmt: skip
        account_id = open_account(actor=SYSTEM, wanted=wanted, at=NOW)
        if role:
            post = NewPost(unit_id=department, role=role, valid_from=date(2025, 7, 1))
            hold_post(actor=SYSTEM, account_id=account_id, post=post, at=NOW)
        return account_id

    return make


@pytest.fixture
def official(make_official: Callable[..., int]) -> int:
    """A specialist of the department: an.nv, an.nguyen@bacninh.example.vn, 027090000001."""
    return make_official(email="An.Nguyen@bacninh.example.vn", personal_id="027090000001")


@pytest.fixture
def client_id(db: None) -> int:
    """The id of the account of another system."""
    wanted = NewAccount(kind=AccountKind.CLIENT, sign_in_name="igate", full_name="iGate")
    return open_account(actor=SYSTEM, wanted=wanted, at=NOW)


def issue_to(account_id: int) -> str:
    """Return the secret of a fresh token for 90 days."""
    return issue_token(
        actor=SYSTEM, account_id=account_id, label="kiểm thử", scopes=["dossiers:read"],
        valid_to=NOW + timedelta(days=90), at=NOW,
    ).secret  # fmt: skip


@pytest.fixture
def key(official: int) -> str:
    """The key of a session of the official, opened just now."""
    return sign_in(name="an.nv", password=PASSWORD, origin=OFFICE, at=NOW).key
