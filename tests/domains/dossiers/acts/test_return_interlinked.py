# SPDX-License-Identifier: Apache-2.0
"""The results of one application are one answer, unless the applicant wants them one by one."""

from __future__ import annotations

from uuid import uuid4

import pytest

from motcua.domains.dossiers.acts.ask_parts import ask_parts
from motcua.domains.dossiers.acts.return_interlinked import return_interlinked
from motcua.domains.dossiers.acts.return_result import TogetherOnly, return_result
from motcua.domains.dossiers.acts.stop import stop
from motcua.domains.dossiers.ledger import By
from motcua.domains.dossiers.queries.linkages import judged
from motcua.kit.access import NotPermitted
from motcua.kit.faults import NotAllowedNow, NotFound
from motcua.kit.models import AuditEntry
from motcua.rules.interlinking import Standing
from tests.builders import by, vn
from tests.domains.dossiers.interlinked import Family, row, shown

BIRTH_AT, CARD_AT, RESIDENCE_AT = (
    vn("2026-07-03 15:00"), vn("2026-07-06 09:00"), vn("2026-07-07 09:00"),
)  # fmt: skip
RETURNED_AT = vn("2026-07-08 09:00")


@pytest.fixture
def under_way(family: Family) -> str:
    """Birth and card are decided, the residence is not."""
    code = family.submitted()
    family.decided(code, "birth", BIRTH_AT)
    family.decided(code, "health_card", CARD_AT)
    return code


@pytest.fixture
def decided(family: Family, under_way: str) -> str:
    """All three are decided."""
    family.decided(under_way, "residence", RESIDENCE_AT)
    return under_way


def test_all_results_are_returned_in_one_act(family: Family, decided: str) -> None:
    returned = return_interlinked(by=by(family.counter, RETURNED_AT), code=decided, to="counter")

    assert len(returned) == 3
    assert all(row(code).returned_at == RETURNED_AT for code in returned)
    assert judged(shown(decided), at=RETURNED_AT).whole.standing is Standing.RETURNED
    acts = AuditEntry.objects.filter(chain=f"linkage:{decided}").order_by("seq")
    assert acts.values_list("act", flat=True).last() == "return_interlinked"


def test_nothing_is_returned_while_a_part_is_under_way(family: Family, under_way: str) -> None:
    birth = family.parts(under_way)["birth"].dossier_code

    with pytest.raises(TogetherOnly):
        return_interlinked(by=by(family.counter, RETURNED_AT), code=under_way)
    with pytest.raises(TogetherOnly):
        return_result(by=by(family.counter, RETURNED_AT), code=birth)

    assert row(birth).returned_at is None


def test_who_wishes_it_gets_each_result_at_once(family: Family, under_way: str) -> None:
    ask_parts(by=by(family.citizen, RETURNED_AT), code=under_way, in_parts=True)

    returned = return_interlinked(by=by(family.counter, RETURNED_AT), code=under_way)

    assert len(returned) == 2
    assert row(family.parts(under_way)["residence"].dossier_code).returned_at is None


def test_a_part_that_was_stopped_holds_nobody_back(family: Family, under_way: str) -> None:
    residence = family.parts(under_way)["residence"].dossier_code
    counter, officer, _ = family.officers("residence")
    family.receive(counter, residence, CARD_AT)
    family.hand_over(counter, residence, CARD_AT)
    stop(by=by(officer, CARD_AT), code=residence, reason="Theo đề nghị của công dân.")

    returned = return_interlinked(by=by(family.counter, RETURNED_AT), code=under_way)

    assert len(returned) == 2


def test_the_same_command_twice_returns_once(family: Family, decided: str) -> None:
    command = By(family.counter, RETURNED_AT, uuid4())

    return_interlinked(by=command, code=decided)
    return_interlinked(by=command, code=decided)

    dossier = family.parts(decided)["birth"].dossier_code
    history = AuditEntry.objects.filter(chain=f"dossier:{dossier}", act="return_result")
    assert history.count() == 1


def test_only_the_counter_of_the_application_returns_it(family: Family, decided: str) -> None:
    with pytest.raises(NotPermitted):
        return_interlinked(by=by(family.police_counter, RETURNED_AT), code=decided)

    assert row(family.parts(decided)["birth"].dossier_code).returned_at is None


def test_with_nothing_ready_there_is_nothing_to_return(family: Family) -> None:
    with pytest.raises(NotAllowedNow):
        return_interlinked(by=by(family.counter, RETURNED_AT), code=family.submitted())


def test_a_code_of_nothing_is_not_found(family: Family) -> None:
    with pytest.raises(NotFound):
        return_interlinked(by=by(family.counter, RETURNED_AT), code="H05.18-260703-9999")
