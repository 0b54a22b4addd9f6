# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.vault.acts.reject_paper import reject_paper
from motcua.domains.vault.kinds import PaperState
from motcua.domains.vault.reasons import ReasonMissing
from motcua.domains.vault.rights import NotKeptByYou
from motcua.kit.access import NotPermitted
from motcua.kit.faults import NotAllowedNow
from tests.domains.vault.papers import AT, CITIZEN, filed, key, now, officer, told

pytestmark = pytest.mark.django_db


def reject(code, reason="Bản chụp mờ", actor=None, spent=None) -> None:
    reject_paper(actor=actor or officer(), at=AT, key=spent or key(), code=code, reason=reason)


def test_a_rejected_copy_is_never_offered_again() -> None:
    code = filed(state=PaperState.APPROVED)

    reject(code)

    assert not now(code).is_reusable(AT.date())
    assert (now(code).state, now(code).reason) == (PaperState.REJECTED, "Bản chụp mờ")


def test_twice_is_once() -> None:
    code, spent = filed(), key()

    reject(code, spent=spent)
    reject(code, reason="another reason", spent=spent)

    assert (told(code), now(code).reason) == (["reject_paper"], "Bản chụp mờ")


@pytest.mark.parametrize("reason", ["", "    ", "mờ", "x" * 501, "mờ quá\x00", "a\nb\nc\nd"])
def test_a_reason_of_some_words_is_needed(reason: str) -> None:
    code = filed()

    with pytest.raises(ReasonMissing):
        reject(code, reason)

    assert now(code).state == PaperState.WAITING


def test_a_revoked_paper_stays_revoked_and_citizens_reject_nothing() -> None:
    with pytest.raises(NotAllowedNow):
        reject(filed(revoked_at=AT))
    with pytest.raises(NotPermitted):
        reject(filed(), actor=CITIZEN)


def test_another_unit_rejects_nothing() -> None:
    code = filed()

    with pytest.raises(NotKeptByYou):
        reject(code, actor=officer(unit_id=2))

    assert (now(code).state, told(code)) == (PaperState.WAITING, [])
