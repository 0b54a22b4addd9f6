# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from dataclasses import replace

import pytest

from motcua.domains.dossiers.acts.advance import advance
from motcua.domains.dossiers.acts.roll_back import roll_back
from motcua.domains.dossiers.four_eyes import OwnProposal
from motcua.kit.access import Actor, NotPermitted, Role
from motcua.kit.faults import NotAllowedNow
from motcua.kit.models import OutboxEvent
from tests.builders import by, vn
from tests.domains.dossiers.conftest import Town, acts, row

AT = vn("2026-07-06 10:00")
pytestmark = pytest.mark.django_db


def test_each_step_lies_before_the_role_and_unit_it_belongs_to(town: Town) -> None:
    code = town.received()
    assert row(code).desk_unit_id == town.centre_id

    town.advance(town.counter, code, "hand_over", vn("2026-07-03 10:30"))
    stored = row(code)

    assert (stored.desk_unit_id, stored.desk_role) == (town.competent_id, "specialist")
    assert stored.status == 4
    assert stored.step_due_at == vn("2026-07-07 16:30")


def test_approval_decides_the_dossier_and_ends_its_clock(town: Town) -> None:
    code = town.decided(vn("2026-07-07 10:00"))

    stored = row(code)
    assert (stored.status, stored.ended_at) == (9, vn("2026-07-07 10:00"))
    assert stored.desk_unit_id == town.centre_id
    assert OutboxEvent.objects.filter(topic="ResultReady", subject=code).count() == 1


def test_the_leader_can_send_it_back(town: Town) -> None:
    code = town.appraised()
    town.advance(town.specialist, code, "propose", AT)

    advance(by=by(town.leader, AT), code=code, action="return_back", note="Xem lại bản vẽ")

    assert row(code).step == "appraise"
    assert acts(code)[-2:] == ["propose", "return_back"]


def test_a_role_of_another_step_is_refused(town: Town) -> None:
    code = town.appraised()

    for actor in (town.leader, town.counter, town.citizen):
        with pytest.raises(NotPermitted):
            town.advance(actor, code, "propose", AT)


@pytest.mark.parametrize("action", ["approve", "receive", "stop", "withdraw", "", "no_such"])
def test_an_action_that_the_step_does_not_have_is_refused(town: Town, action: str) -> None:
    code = town.appraised()

    with pytest.raises(NotAllowedNow):
        town.advance(town.specialist, code, action, AT)

    assert row(code).step == "appraise"


def test_waiting_for_a_tax_stops_the_clock_by_exactly_its_working_time(town: Town) -> None:
    code = town.appraised()
    town.advance(town.specialist, code, "demand_tax", vn("2026-07-06 08:00"))
    assert (row(code).status, row(code).due_at) == (6, vn("2026-07-10 10:00"))

    town.advance(town.counter, code, "paid", vn("2026-07-08 14:00"))

    assert (row(code).status, row(code).due_at) == (4, vn("2026-07-14 16:00"))


def two_hats(town: Town, **leader: str) -> Actor:
    """The specialist, who is leader of the unit too; `for_code` as a stand-in."""
    own = town.specialist.posts[0]
    return replace(town.specialist, posts=(own, replace(own, role=Role.LEADER, **leader)))


@pytest.mark.parametrize("leader", [{}, {"for_code": "cb-Dũng"}])
def test_nobody_approves_an_own_proposal_in_whatever_post(
    town: Town, leader: dict[str, str]
) -> None:
    code, both = town.appraised(), two_hats(town, **leader)
    town.advance(both, code, "propose", AT)

    with pytest.raises(OwnProposal):
        town.advance(both, code, "approve", AT)

    assert row(code).step == "approve"
    town.advance(town.leader, code, "approve", AT)
    assert row(code).status == 9


def test_an_own_proposal_may_be_sent_back_and_approved_when_a_colleague_makes_it(
    town: Town,
) -> None:
    code, both = town.appraised(), two_hats(town)
    town.advance(both, code, "propose", AT)

    town.advance(both, code, "return_back", AT)
    town.advance(replace(town.specialist, code="cb-An"), code, "propose", AT)
    town.advance(both, code, "approve", AT)

    assert row(code).status == 9


def test_a_proposal_taken_back_and_made_by_somebody_else_is_theirs(town: Town) -> None:
    code, both = town.appraised(), two_hats(town)
    town.advance(both, code, "propose", AT)
    roll_back(by=by(both, AT), code=code, reason="Nhầm hồ sơ")
    town.advance(replace(town.specialist, code="cb-An"), code, "propose", AT)

    town.advance(both, code, "approve", AT)

    assert row(code).status == 9
