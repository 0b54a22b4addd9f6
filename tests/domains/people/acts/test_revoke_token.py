# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import timedelta

import pytest

from motcua.domains.people import acts
from motcua.domains.people.queries import actor_of, bearer, tokens_of
from motcua.kit.access import SYSTEM, NotPermitted
from tests.domains.people.conftest import NOW, issue_to

LATER = NOW + timedelta(days=90)


def test_a_token_is_worth_nothing_before_after_or_once_revoked(client_id: int) -> None:
    secret = issue_to(client_id)

    assert bearer(secret, NOW - timedelta(seconds=1)) is None
    assert bearer(secret, LATER) is None
    assert bearer(secret + "x", NOW) is None
    acts.revoke_token(actor=SYSTEM, token_id=tokens_of(client_id)[0].id, at=NOW)
    assert bearer(secret, NOW) is None


def test_an_official_without_that_post_revokes_nothing(official: int, client_id: int) -> None:
    issue_to(client_id)

    with pytest.raises(NotPermitted):
        acts.revoke_token(
            actor=actor_of(official, NOW), token_id=tokens_of(client_id)[0].id, at=NOW
        )
