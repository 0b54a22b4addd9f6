# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from dataclasses import replace

import pytest

from motcua.domains.vault.acts.revoke_paper import revoke_paper
from motcua.domains.vault.kinds import PaperState
from motcua.domains.vault.reasons import ReasonMissing
from motcua.domains.vault.rights import NotKeptByYou
from motcua.kit.access import NotPermitted, Role
from motcua.kit.faults import NotAllowedNow
from tests.domains.vault.papers import AT, filed, key, now, officer, told

pytestmark = pytest.mark.django_db


def revoke(code, reason="Cấp sai thẩm quyền", role=Role.LEADER, spent=None) -> None:
    revoke_paper(actor=officer(role), at=AT, key=spent or key(), code=code, reason=reason)


def test_a_revoked_paper_says_when_and_why_and_is_not_offered() -> None:
    code, spent = filed(state=PaperState.APPROVED), key()

    revoke(code, spent=spent)
    revoke(code, spent=spent)

    assert (now(code).revoked_at, now(code).reason) == (AT, "Cấp sai thẩm quyền")
    assert not now(code).is_reusable(AT.date())
    assert told(code) == ["revoke_paper"]


def test_it_is_revoked_once_with_a_reason_and_never_by_the_counter() -> None:
    with pytest.raises(NotAllowedNow):
        revoke(filed(revoked_at=AT))
    with pytest.raises(ReasonMissing):
        revoke(filed(), reason="")
    with pytest.raises(NotPermitted):
        revoke(filed(), role=Role.COUNTER)


def test_a_leader_of_another_unit_or_of_one_asked_for_an_opinion_revokes_nothing() -> None:
    code = filed()
    leader_elsewhere = officer(Role.LEADER, unit_id=2)
    also_at_the_counter_here = replace(
        leader_elsewhere, posts=(*leader_elsewhere.posts, *officer(Role.COUNTER).posts)
    )

    for actor in (leader_elsewhere, also_at_the_counter_here):
        with pytest.raises(NotKeptByYou):
            revoke_paper(actor=actor, at=AT, key=key(), code=code, reason="Cấp sai")

    assert (now(code).revoked_at, told(code)) == (None, [])
