# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import timedelta

import pytest

from motcua.domains.people import acts
from motcua.domains.people.acts.issue_token import TokenPeriodWrong
from motcua.domains.people.acts.open_account import NameTaken, NameUnusable, NewAccount
from motcua.domains.people.models import AccountKind, ApiToken
from motcua.domains.people.queries import actor_of, bearer, tokens_of
from motcua.kit.access import SYSTEM, ActorKind, NotPermitted
from motcua.kit.faults import NotFound
from tests.domains.people.conftest import NOW

LATER = NOW + timedelta(days=90)


@pytest.fixture
def client_id(db: None) -> int:
    wanted = NewAccount(kind=AccountKind.CLIENT, sign_in_name="igate", full_name="iGate")
    return acts.open_account(actor=SYSTEM, wanted=wanted, at=NOW)


def issue(account_id: int) -> str:
    return acts.issue_token(
        actor=SYSTEM, account_id=account_id, label="kiểm thử", scopes=["dossiers:read"],
        valid_to=LATER, at=NOW,
    ).secret  # fmt: skip


def test_a_token_says_who_calls_and_what_for(client_id: int) -> None:
    found = bearer(issue(client_id), NOW)

    assert found is not None
    assert found.actor.kind is ActorKind.CLIENT
    assert found.scopes == {"dossiers:read"}


def test_only_the_hash_of_the_secret_is_kept(client_id: int) -> None:
    secret = issue(client_id)

    token = ApiToken.objects.get()
    assert secret.encode() not in bytes(token.secret_hash)
    assert len(bytes(token.secret_hash)) == 32


def test_a_token_is_worth_nothing_before_after_or_once_revoked(client_id: int) -> None:
    secret = issue(client_id)

    assert bearer(secret, NOW - timedelta(seconds=1)) is None
    assert bearer(secret, LATER) is None
    assert bearer(secret + "x", NOW) is None
    acts.revoke_token(actor=SYSTEM, token_id=tokens_of(client_id)[0].id, at=NOW)
    assert bearer(secret, NOW) is None


def test_tokens_are_for_clients_and_end_after_they_begin(official: int, client_id: int) -> None:
    with pytest.raises(NotFound):
        issue(official)
    with pytest.raises(TokenPeriodWrong):
        acts.issue_token(
            actor=SYSTEM, account_id=client_id, label="", scopes=[], valid_to=NOW, at=NOW
        )


def test_an_official_without_that_post_issues_and_revokes_nothing(
    official: int, client_id: int
) -> None:
    me = actor_of(official, NOW)
    issue(client_id)

    with pytest.raises(NotPermitted):
        acts.issue_token(
            actor=me, account_id=client_id, label="", scopes=[], valid_to=LATER, at=NOW
        )
    with pytest.raises(NotPermitted):
        acts.revoke_token(actor=me, token_id=tokens_of(client_id)[0].id, at=NOW)


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
