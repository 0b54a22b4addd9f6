# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.dossiers.acts.give_handover import give_handover
from motcua.domains.dossiers.acts.settle_handover import (
    NothingSettled,
    SaidBoth,
    settle_handover,
)
from motcua.domains.dossiers.handing import NOT_ON_LIST, SETTLED, NotOnThisList
from motcua.domains.dossiers.models import Handover, HandoverRow
from motcua.domains.dossiers.models.handover import HandoverKind
from motcua.domains.dossiers.queries import card as cards
from motcua.domains.dossiers.queries import handovers, verification
from motcua.domains.dossiers.reasons import ReasonMissing
from motcua.kit.access import NotPermitted
from motcua.kit.faults import NotFound
from motcua.kit.models import OutboxEvent
from tests.builders import by, vn
from tests.domains.dossiers.conftest import Town, acts

AT, LATER = vn("2026-07-03 11:00"), vn("2026-07-03 14:00")
REASON = "Thiếu bản vẽ gốc"
pytestmark = pytest.mark.django_db


@pytest.fixture
def two(town: Town) -> tuple[str, str]:
    return town.received(), town.appraised()


def given(town: Town, codes: tuple[str, ...]) -> str:
    return give_handover(
        by=by(town.counter, AT), kind=HandoverKind.PAPERS, from_unit_id=town.centre_id,
        to_unit_id=town.competent_id, codes=codes,
    )  # fmt: skip


def test_one_row_is_confirmed_and_one_refused_with_a_reason(
    town: Town, two: tuple[str, str]
) -> None:
    code = given(town, two)

    settle_handover(
        by=by(town.specialist, LATER), code=code, confirmed=[two[0]], refused={two[1]: REASON}
    )

    assert (acts(two[0])[-1], acts(two[1])[-1]) == ("confirm_papers", "refuse_papers")
    assert REASON in cards.history(two[1])[-1].reason
    assert Handover.objects.get().closed_at == LATER
    topics = OutboxEvent.objects.filter(topic__in=["HandoverConfirmed", "HandoverRefused"])
    assert topics.count() == 2
    assert [found for _, found in verification.differences()] == [[]]


def test_both_times_and_people_stand_beside_each_other(town: Town, two: tuple[str, str]) -> None:
    settle_handover(by=by(town.specialist, LATER), code=given(town, two), confirmed=two, refused={})

    (line,) = handovers.of_dossier(two[0])

    assert (line.given_at, line.giver_name) == (AT, town.counter.name)
    assert (line.settled_at, line.settler_name) == (LATER, town.specialist.name)
    assert line.outcome == "confirmed"


def test_rows_may_be_settled_one_after_the_other(town: Town, two: tuple[str, str]) -> None:
    code = given(town, two)
    settle_handover(by=by(town.specialist, LATER), code=code, confirmed=[two[0]], refused={})

    assert Handover.objects.get().closed_at is None
    with pytest.raises(NotOnThisList) as refused:
        settle_handover(by=by(town.leader, LATER), code=code, confirmed=two, refused={})
    assert refused.value.params == {"code": two[0], "why": SETTLED}
    settle_handover(by=by(town.leader, LATER), code=code, confirmed=[two[1]], refused={})
    assert Handover.objects.get().closed_at == LATER


def test_the_same_command_twice_settles_once(town: Town, two: tuple[str, str]) -> None:
    code, command = given(town, two), by(town.specialist, LATER)

    for _ in range(2):
        assert settle_handover(by=command, code=code, confirmed=two, refused={}) == code

    assert acts(two[0]).count("confirm_papers") == 1


def test_wrong_forms_save_nothing(town: Town, two: tuple[str, str]) -> None:
    code, other = given(town, two[:1]), two[1]

    def settle(**sent: object) -> None:
        given_ = {"confirmed": (), "refused": {}, "code": code, "by": by(town.specialist, LATER)}
        settle_handover(**{**given_, **sent})

    with pytest.raises(NothingSettled):
        settle()
    with pytest.raises(ReasonMissing):
        settle(refused={two[0]: "  "})
    with pytest.raises(SaidBoth):
        settle(confirmed=[two[0]], refused={two[0]: REASON})
    with pytest.raises(NotFound):
        settle(code="BG-X-1", confirmed=[two[0]])
    with pytest.raises(NotOnThisList) as refused:
        settle(confirmed=[two[0], other])
    with pytest.raises(NotPermitted):
        settle(by=by(town.counter, LATER), confirmed=[two[0]])
    assert refused.value.params == {"code": other, "why": NOT_ON_LIST}
    assert HandoverRow.objects.get().outcome == ""
