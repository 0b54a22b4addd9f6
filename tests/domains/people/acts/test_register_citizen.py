# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import date
from typing import Any

from motcua.domains.people.acts.register_citizen import register_citizen
from motcua.domains.people.claims import read_claims
from motcua.domains.people.queries import citizen
from motcua.kit.models import OutboxEvent
from tests.domains.people.conftest import NOW

PERSON = {
    "sub": "x", "LoaiTaiKhoan": "1", "SoDinhDanh": "027092990201", "HoVaTen": "Nguyễn Văn Minh",
    "NgayThangNamSinh": "05/04/1992", "GioiTinh": "Nam", "ThuongTru": "12 Lý Thái Tổ",
    "ThuDienTu": "minh@example.vn", "SoDienThoai": "0900000001", "IAL": "2",
}  # fmt: skip


def come(**changes: Any) -> int:
    return register_citizen(claims=read_claims(PERSON | changes), at=NOW).pk


def test_a_citizen_is_known_by_what_the_provider_verified(db: None) -> None:
    card = citizen(come())

    assert card.code.startswith("cd-")
    assert (card.full_name, card.personal_id) == ("Nguyễn Văn Minh", "027092990201")
    assert (card.birth_on, card.sex, card.identity_level) == (date(1992, 4, 5), "male", 2)
    assert OutboxEvent.objects.filter(topic="CitizenRegistered").count() == 1


def test_the_same_person_comes_back_to_the_same_account_brought_up_to_date(db: None) -> None:
    first = come(IAL="1")

    again = come(HoVaTen="Nguyễn Văn Minh Khôi", IAL="2", ThuDienTu="")

    card = citizen(again)
    assert again == first
    assert (card.full_name, card.identity_level) == ("Nguyễn Văn Minh Khôi", 2)
    assert card.email == "minh@example.vn"
    assert OutboxEvent.objects.filter(topic="CitizenRegistered").count() == 1
