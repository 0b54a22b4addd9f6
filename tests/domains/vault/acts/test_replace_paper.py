# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.vault import queries
from motcua.domains.vault.acts.replace_paper import NotItsHeir, replace_paper
from motcua.domains.vault.kinds import PaperState
from motcua.domains.vault.rights import NotKeptByYou
from motcua.kit.access import NotPermitted
from motcua.kit.faults import NotAllowedNow, NotFound
from tests.domains.vault.papers import AT, CITIZEN, OWNER, filed, key, now, officer, told

pytestmark = pytest.mark.django_db


def replace(old, new, actor=None, spent=None) -> None:
    replace_paper(actor=actor or officer(), at=AT, key=spent or key(), code=old, by_code=new)


def test_only_the_newer_paper_is_offered() -> None:
    shared = {"state": PaperState.APPROVED, "type_code": "birth_certificate"}
    old, new, spent = filed(**shared), filed(**shared), key()

    replace(old, new, spent=spent)
    replace(old, new, spent=spent)

    assert now(old).replaced_by == new
    offered = queries.reusable(OWNER, types={"birth_certificate"}, on=AT.date())
    assert [one.code for one in offered["birth_certificate"]] == [new]
    assert told(old) == ["replace_paper"]


def test_nothing_replaces_itself_or_a_strangers_paper_or_goes_in_a_circle() -> None:
    old, new = filed(), filed()
    replace(old, new)

    for first, second in ((new, new), (new, old), (new, filed(owner_id_number="1"))):
        with pytest.raises(NotItsHeir):
            replace(first, second)
    with pytest.raises(NotItsHeir):
        replace(filed(), filed(revoked_at=AT))


def test_replaced_once_and_only_what_there_is() -> None:
    old, new = filed(), filed()
    replace(old, new)

    with pytest.raises(NotAllowedNow):
        replace(old, filed())
    with pytest.raises(NotFound):
        replace(key(), new)
    with pytest.raises(NotPermitted):
        replace(new, old, actor=CITIZEN)
    with pytest.raises(NotKeptByYou):
        replace(new, filed(), actor=officer(unit_id=2))
