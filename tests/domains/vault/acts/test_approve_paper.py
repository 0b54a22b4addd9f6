# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import date

import pytest

from motcua.domains.vault.acts.approve_paper import BelongsToNobody, approve_paper
from motcua.domains.vault.kinds import PaperState, Scan
from motcua.domains.vault.models import StoredFile
from motcua.domains.vault.record import DatesImpossible, Record
from motcua.domains.vault.rights import NotKeptByYou
from motcua.domains.vault.scanning import Infected, StillScanned
from motcua.kit.access import NotPermitted, Role
from motcua.kit.faults import NotAllowedNow
from tests.domains.vault.papers import AT, CITIZEN, filed, key, now, officer, told

pytestmark = pytest.mark.django_db


def approve(code, actor=None, spent=None) -> None:
    approve_paper(actor=actor or officer(), at=AT, key=spent or key(), code=code)


def test_a_confirmed_paper_may_be_used_again() -> None:
    code = filed()
    assert not now(code).is_reusable(AT.date())

    approve(code)

    assert now(code).is_reusable(AT.date())
    assert told(code) == ["approve_paper"]


def test_twice_is_once() -> None:
    code, spent = filed(), key()

    for one in (spent, spent, key()):
        approve(code, spent=one)

    assert told(code) == ["approve_paper"]


def test_a_rejected_copy_may_be_approved_after_all() -> None:
    code = filed(state=PaperState.REJECTED, reason="mờ")

    approve(code)

    assert (now(code).state, now(code).reason) == (PaperState.APPROVED, "")


@pytest.mark.parametrize(
    ("columns", "fault"),
    [({"revoked_at": AT}, NotAllowedNow), ({"origin_dossier": ""}, BelongsToNobody)],
)
def test_revoked_papers_and_those_of_drafts_are_not_confirmed(columns, fault) -> None:
    with pytest.raises(fault):
        approve(filed(**columns))


@pytest.mark.parametrize(
    ("scan", "fault"), [(Scan.WAITING, StillScanned), (Scan.INFECTED, Infected)]
)
def test_nothing_is_confirmed_before_the_scanner_has_let_it_through(scan, fault) -> None:
    code = filed()
    StoredFile.objects.update(scan=scan)

    with pytest.raises(fault):
        approve(code)


@pytest.mark.parametrize("actor", [CITIZEN, officer(Role.DIRECTOR)])
def test_only_those_who_keep_papers_confirm_them(actor) -> None:
    with pytest.raises(NotPermitted):
        approve(filed(), actor=actor)


def test_another_unit_confirms_nothing() -> None:
    code = filed()

    with pytest.raises(NotKeptByYou):
        approve(code, actor=officer(unit_id=2))

    assert not now(code).is_reusable(AT.date())


def test_what_was_confirmed_is_filed_with_the_confirmation_or_not_at_all() -> None:
    code, waiting = filed(), filed()
    seen = Record(number_symbol="12/2026")

    approve_paper(actor=officer(), at=AT, key=key(), code=code, record=seen)

    assert (now(code).number_symbol, now(code).state) == ("12/2026", PaperState.APPROVED)
    with pytest.raises(DatesImpossible):
        approve_paper(
            actor=officer(), at=AT, key=key(), code=waiting,
            record=Record(issued_on=date(2026, 7, 4)),
        )  # fmt: skip
    assert now(waiting).state == PaperState.WAITING
