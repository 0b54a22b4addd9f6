# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import timedelta

import pytest

from motcua.domains.people import acts
from motcua.domains.people.acts.open_account import NameTaken, NameUnusable, NewAccount
from motcua.domains.people.acts.sign_in import WrongCredentials
from motcua.domains.people.models import AccountKind
from motcua.domains.people.queries import actor_of
from motcua.kit.access import SYSTEM, NotPermitted
from tests.domains.people.conftest import NOW, OFFICE

LATER = NOW + timedelta(days=90)


def test_names_of_accounts_are_unique_however_they_are_spelt(client_id: int) -> None:
    with pytest.raises(NameTaken):
        acts.open_account(
            actor=SYSTEM, at=NOW,
            wanted=NewAccount(kind=AccountKind.CLIENT, sign_in_name="IGÁTE", full_name="x"),
        )  # fmt: skip
    with pytest.raises(NameUnusable):
        acts.open_account(
            actor=SYSTEM, at=NOW,
            wanted=NewAccount(kind=AccountKind.CLIENT, sign_in_name=" ", full_name="x"),
        )  # fmt: skip


def test_only_operators_open_accounts(official: int) -> None:
    wanted = NewAccount(kind=AccountKind.OFFICIAL, sign_in_name="moi", full_name="x")

    with pytest.raises(NotPermitted):
        acts.open_account(actor=actor_of(official, NOW), wanted=wanted, at=NOW)


def test_an_account_without_a_password_cannot_be_signed_in_to(db: None) -> None:
    wanted = NewAccount(kind=AccountKind.OFFICIAL, sign_in_name="moi", full_name="x")
    acts.open_account(actor=SYSTEM, wanted=wanted, at=NOW)

    with pytest.raises(WrongCredentials):
        acts.sign_in(name="moi", password="", origin=OFFICE, at=NOW)
