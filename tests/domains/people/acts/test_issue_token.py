# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import timedelta

import pytest

from motcua.domains.people import acts
from motcua.domains.people.acts.issue_token import TokenPeriodWrong
from motcua.domains.people.models import ApiToken
from motcua.domains.people.queries import actor_of, bearer
from motcua.kit.access import SYSTEM, ActorKind, NotPermitted
from motcua.kit.faults import NotFound
from tests.domains.people.conftest import NOW, issue_to

LATER = NOW + timedelta(days=90)


def test_a_token_says_who_calls_and_what_for(client_id: int) -> None:
    found = bearer(issue_to(client_id), NOW)

    assert found is not None
    assert found.actor.kind is ActorKind.CLIENT
    assert found.scopes == {"dossiers:read"}


def test_only_the_hash_of_the_secret_is_kept(client_id: int) -> None:
    secret = issue_to(client_id)

    token = ApiToken.objects.get()
    assert secret.encode() not in bytes(token.secret_hash)
    assert len(bytes(token.secret_hash)) == 32


def test_tokens_are_for_clients_and_end_after_they_begin(official: int, client_id: int) -> None:
    with pytest.raises(NotFound):
        issue_to(official)
    with pytest.raises(TokenPeriodWrong):
        acts.issue_token(
            actor=SYSTEM, account_id=client_id, label="", scopes=[], valid_to=NOW, at=NOW
        )


def test_an_official_without_that_post_issues_nothing(official: int, client_id: int) -> None:
    with pytest.raises(NotPermitted):
        acts.issue_token(
            actor=actor_of(official, NOW), account_id=client_id, label="", scopes=[],
            valid_to=LATER, at=NOW,
        )  # fmt: skip
