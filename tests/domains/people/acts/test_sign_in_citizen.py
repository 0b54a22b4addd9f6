# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from motcua.domains.people.acts.sign_in_citizen import AccountClosed, sign_in_citizen
from motcua.domains.people.claims import ClaimsUnusable, NotAPerson, read_claims
from motcua.domains.people.models import Account
from motcua.domains.people.queries import citizen
from motcua.kit.access import ActorKind
from motcua.kit.models import OutboxEvent
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


def test_a_closed_account_stays_closed(db: None) -> None:
    Account.objects.filter(pk=come()).update(is_active=False)

    with pytest.raises(AccountClosed):
        come()


@pytest.mark.parametrize("kind", ["2", "3", 2])
def test_organisations_are_sent_back(kind: object) -> None:
    with pytest.raises(NotAPerson):
        read_claims(PERSON | {"LoaiTaiKhoan": kind})


@pytest.mark.parametrize(
    "odd",
    [
        {"SoDinhDanh": ""}, {"SoDinhDanh": "12345"}, {"SoDinhDanh": "٠٢٧٠٩٢٩٩٠٢٠١"},
        {"SoDinhDanh": None}, {"SoDinhDanh": ["027092990201"]}, {"HoVaTen": ""},
        {"HoVaTen": "x" * 201}, {"HoVaTen": "Minh\x00"},
    ],
)  # fmt: skip
def test_without_name_and_number_nobody_is_signed_in(odd: dict[str, Any]) -> None:
    with pytest.raises(ClaimsUnusable):
        read_claims(PERSON | odd)


@pytest.mark.parametrize(
    ("claims", "level"),
    [({"IAL": "2"}, 2), ({"IAL": 1}, 1), ({"IAL": "", "loAs": "level2"}, 2), ({"IAL": "9"}, 1),
     ({"IAL": None}, 1)],
)  # fmt: skip
def test_a_level_that_is_not_stated_counts_as_the_first(claims: dict[str, Any], level: int) -> None:
    assert read_claims(PERSON | claims).identity_level == level


def test_what_is_optional_and_odd_is_left_out() -> None:
    odd = {"NgayThangNamSinh": "30/02/1990", "GioiTinh": "?", "ThuDienTu": "a@", "SoDienThoai": "x"}

    person = read_claims(PERSON | odd)

    assert (person.birth_on, person.sex, person.email, person.phone) == (None, "unknown", "", "")
