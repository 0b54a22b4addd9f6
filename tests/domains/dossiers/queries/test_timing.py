# SPDX-License-Identifier: Apache-2.0
"""The time of each step and each officer, in working minutes, from the log."""

from __future__ import annotations

import pytest

from motcua.domains.dossiers.acts.roll_back import roll_back
from motcua.domains.dossiers.queries.timing import by_officer, by_step, stays
from tests.builders import by, vn
from tests.domains.dossiers.conftest import Town

AT = vn("2026-07-20 17:00")
pytestmark = pytest.mark.django_db
# Friday 3/7: received 10:00, handed over 10:30; proposed Monday 10:00; approved Tuesday 10:00


def test_each_stay_is_counted_in_working_minutes(town: Town) -> None:
    code = town.decided()

    found = list(stays([code], AT))

    assert [(one.step, one.planned, one.used) for one in found] == [
        ("reception", 60, 30),
        ("appraise", 1200, 450),
        ("approve", 480, 480),
    ]
    assert [one.actor_name for one in found] == ["Hoa", "Bình", "Dũng"]
    assert all(one.past_due == 0 and one.over == 0 for one in found)


def test_steps_show_their_planned_share_beside_the_used_one(town: Town) -> None:
    found = list(stays([town.decided(), town.appraised()], AT))

    uses = {one.step: one for one in by_step(found)}

    appraise = uses["appraise"]
    assert (appraise.stays, appraise.lying, appraise.over) == (2, 1, 1)
    assert appraise.planned_share == pytest.approx(1200 / 1740)
    assert sum(one.used_share or 0 for one in uses.values()) == pytest.approx(1)
    assert uses["approve"].mean == 480


def test_lateness_is_put_down_to_who_held_the_dossier(town: Town) -> None:
    code = town.appraised()  # due Friday 10/7 10:00
    town.advance(town.specialist, code, "propose", vn("2026-07-10 09:00"))
    town.advance(town.leader, code, "approve", vn("2026-07-13 11:00"))

    uses = {one.actor_name: one for one in by_officer(list(stays([code], AT)))}

    assert (uses["Bình"].late_dossiers, uses["Bình"].past_due) == (0, 0)
    assert (uses["Bình"].used, uses["Bình"].over) == (2310, 2310 - 1200)
    leader = uses["Dũng"]
    assert (leader.late_dossiers, leader.past_due) == (1, 480 + 60)
    assert (leader.over_stays, leader.over) == (1, 600 - 480)


def test_a_step_taken_back_never_was(town: Town) -> None:
    code = town.appraised()
    town.advance(town.specialist, code, "propose", vn("2026-07-06 10:00"))
    at = vn("2026-07-06 11:00")
    roll_back(by=by(town.specialist, at), code=code, reason="Nhầm")
    town.advance(town.specialist, code, "propose", vn("2026-07-07 10:00"))

    found = [one for one in stays([code], AT) if one.step == "appraise"]

    assert [one.used for one in found] == [450 + 480]


def test_waiting_for_the_citizen_is_nobodys_time(town: Town) -> None:
    code = town.appraised()
    town.advance(town.specialist, code, "demand_tax", vn("2026-07-06 08:00"))

    assert {one.step for one in stays([code], AT)} == {"reception", "appraise"}


def test_no_dossiers_give_no_figures(db: None) -> None:
    assert by_step([]) == by_officer([]) == list(stays([], AT)) == []
