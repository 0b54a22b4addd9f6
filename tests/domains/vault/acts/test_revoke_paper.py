# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.vault.acts.revoke_paper import revoke_paper
from motcua.domains.vault.kinds import PaperState
from motcua.domains.vault.reasons import ReasonMissing
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
