# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from typing import Any

import pytest

from motcua.domains.people.acts.sign_in_citizen import AccountClosed, sign_in_citizen
from motcua.domains.people.claims import read_claims
from motcua.domains.people.models import Account, Session, SignInRecord
from motcua.kit.access import ActorKind
from tests.domains.people.conftest import NOW, OFFICE

PERSON = {
    "sub": "x", "LoaiTaiKhoan": "1", "SoDinhDanh": "027092990201", "HoVaTen": "Nguyễn Văn Minh",
    "NgayThangNamSinh": "05/04/1992", "GioiTinh": "Nam", "ThuongTru": "12 Lý Thái Tổ",
    "ThuDienTu": "minh@example.vn", "SoDienThoai": "0900000001", "IAL": "2",
}  # fmt: skip


def come(**changes: Any) -> int:
    opened = sign_in_citizen(claims=read_claims(PERSON | changes), origin=OFFICE, at=NOW)
    assert opened.actor.kind is ActorKind.CITIZEN
    assert opened.actor.account_id is not None
    return opened.actor.account_id


def test_a_closed_account_stays_closed(db: None) -> None:
    Account.objects.filter(pk=come()).update(is_active=False)

    with pytest.raises(AccountClosed):
        come()


def test_the_sign_in_is_recorded_with_its_session(db: None) -> None:
    account_id = come()

    record = SignInRecord.objects.get()
    assert (record.act, record.account_id, record.ip) == ("signed_in", account_id, OFFICE.ip)
    assert record.session_id == Session.objects.get().pk
