# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from collections.abc import Callable

import pytest

from motcua.domains.dossiers.acts.give_handover import (
    MOST,
    GivenToItself,
    ListEmpty,
    ListTooLong,
    give_handover,
)
from motcua.domains.dossiers.acts.settle_handover import settle_handover
from motcua.domains.dossiers.handing import (
    ELSEWHERE,
    ENDED,
    NOT_RECEIVED,
    OTHER_COUNTER,
    OTHER_UNIT,
    UNDECIDED,
    UNDER_WAY,
    UNKNOWN,
    NotOnThisList,
)
from motcua.domains.dossiers.ledger import By
from motcua.domains.dossiers.models import Handover, HandoverRow
from motcua.domains.dossiers.models.handover import HandoverKind
from motcua.domains.dossiers.queries import verification
from motcua.domains.units import queries as units
from motcua.kit.access import Actor, NotPermitted, Role
from motcua.kit.models import OutboxEvent
from tests.builders import by, official, vn
from tests.domains.dossiers.conftest import Town, acts, row

AT = vn("2026-07-03 11:00")
PAPERS, RESULTS = HandoverKind.PAPERS, HandoverKind.RESULTS
pytestmark = pytest.mark.django_db


def given(town: Town, *codes: str, command: By | None = None) -> str:
    """The code of a list from the counter to those who decide."""
    return give_handover(
        by=command or by(town.counter, AT),
        kind=PAPERS,
        from_unit_id=town.centre_id,
        to_unit_id=town.competent_id,
        codes=codes,
    )


def test_the_list_stands_in_the_log_of_every_dossier_and_moves_none(town: Town) -> None:
    first, second = town.received(), town.appraised()
    before = row(first).status, row(second).status

    code = given(town, second, first)

    centre = units.agency(town.centre_id).code
    assert code == f"BG-{centre}-260703-001"
    assert (acts(first)[-1], acts(second)[-1]) == ("give_papers", "give_papers")
    assert (row(first).status, row(second).status) == before
    assert OutboxEvent.objects.filter(topic="HandoverGiven").count() == 2
    assert [found for _, found in verification.differences()] == [[]]


def test_the_same_command_twice_makes_one_list(town: Town) -> None:
    dossier, command = town.received(), by(town.counter, AT)

    assert given(town, dossier, command=command) == given(town, dossier, command=command)
    assert (Handover.objects.count(), HandoverRow.objects.count()) == (1, 1)


def test_results_go_to_the_counter_that_returns_them(town: Town) -> None:
    dossier = town.decided()

    give_handover(
        by=by(town.specialist, AT), kind=RESULTS, from_unit_id=town.competent_id,
        to_unit_id=town.centre_id, codes=[dossier],
    )  # fmt: skip

    assert acts(dossier)[-1] == "give_results"


def test_a_refused_row_may_stand_on_another_list(town: Town) -> None:
    dossier = town.received()
    refused = {dossier: "Thiếu bản vẽ gốc"}
    code = given(town, dossier)
    settle_handover(by=by(town.specialist, AT), code=code, confirmed=(), refused=refused)

    assert given(town, dossier) != code


def a_draft_of(town: Town) -> str:
    return town.submitted()


def under_way(town: Town) -> str:
    dossier = town.received()
    given(town, dossier)
    return dossier


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda town: "H05.99-260703-9999", UNKNOWN),
        (lambda town: "x\x01" * 40, UNKNOWN),
        (a_draft_of, NOT_RECEIVED),
        (under_way, UNDER_WAY),
    ],
)
def test_a_dossier_without_a_place_on_the_list_stops_it(
    town: Town, make: Callable[[Town], str], why: object
) -> None:
    sound, dossier = town.received(), make(town)
    lists = Handover.objects.count()

    with pytest.raises(NotOnThisList) as refused:
        given(town, sound, dossier)

    assert refused.value.params["why"] == why
    assert Handover.objects.count() == lists
    assert "give_papers" not in acts(sound)


def test_paper_travels_only_where_it_belongs(town: Town) -> None:
    received, decided, other = town.received(), town.decided(), town.other_ids[0]
    other_code = units.agency(other).code
    stranger = official("Xa", (other_code, Role.COUNTER), (other_code, Role.SPECIALIST))

    def refusal(actor: Actor, kind: HandoverKind, between: tuple[int, int], code: str) -> object:
        with pytest.raises(NotOnThisList) as refused:
            give_handover(
                by=by(actor, AT), kind=kind, from_unit_id=between[0], to_unit_id=between[1],
                codes=[code],
            )  # fmt: skip
        return refused.value.params["why"]

    assert refusal(town.counter, PAPERS, (town.centre_id, other), received) == OTHER_UNIT
    assert refusal(stranger, PAPERS, (other, town.competent_id), received) == ELSEWHERE
    ours = (town.competent_id, town.centre_id)
    assert refusal(town.specialist, RESULTS, ours, received) == UNDECIDED
    assert refusal(town.specialist, RESULTS, (town.competent_id, other), decided) == OTHER_COUNTER
    assert refusal(stranger, RESULTS, (other, town.centre_id), decided) == ELSEWHERE


def test_an_ended_dossier_travels_no_more(town: Town) -> None:
    dossier = town.received()
    row(dossier).__class__.objects.filter(code=dossier).update(status=7)

    with pytest.raises(NotOnThisList) as refused:
        given(town, dossier)

    assert refused.value.params["why"] == ENDED


def test_lists_are_neither_empty_nor_endless_nor_to_oneself(town: Town) -> None:
    with pytest.raises(ListEmpty):
        given(town)
    with pytest.raises(ListTooLong):
        given(town, *(f"H05.43-260703-{number:04d}" for number in range(MOST + 1)))
    with pytest.raises(GivenToItself):
        give_handover(
            by=by(town.counter, AT), kind=PAPERS, from_unit_id=town.centre_id,
            to_unit_id=town.centre_id, codes=["x"],
        )  # fmt: skip


def test_only_the_people_of_the_unit_give_its_paper(town: Town) -> None:
    with pytest.raises(NotPermitted):
        give_handover(
            by=by(town.specialist, AT), kind=PAPERS, from_unit_id=town.centre_id,
            to_unit_id=town.competent_id, codes=[town.received()],
        )  # fmt: skip
