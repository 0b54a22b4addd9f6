# SPDX-License-Identifier: Apache-2.0
"""Workflows after published internal processes."""

from __future__ import annotations

from typing import Any

import pytest

from motcua.rules.workflow import longest_minutes, parse, problems
from motcua.rules.workflow.fitting import fitted, is_usable

ROLES = ("counter", "specialist", "leader", "clerk")


def a_stage(actor: str | None, action: str, hours: float | None, level: str = "department") -> dict:
    stage: dict[str, Any] = {"actor": actor, "action": action, "actor_level": level}
    return stage if hours is None else stage | {"hours": hours}


def a_process(*stages: dict, quality: str = "verified_sum") -> dict[str, Any]:
    """Decision 2022/QĐ-UBND of Cao Bằng on procedure 1.001806, ten working days."""
    published = [
        a_stage("Bộ phận tiếp nhận và trả kết quả Sở Y tế", "receive", 4),
        a_stage("Lãnh đạo Phòng Bảo trợ xã hội và Trẻ em", "assign", 4),
        a_stage("Chuyên viên Phòng BTXH và Trẻ em", "process", 56),
        a_stage("Lãnh đạo Phòng BTXH và Trẻ em Sở Y tế", "sign", 4),
        a_stage("Lãnh đạo Sở Y tế", "sign", 8),
        a_stage("Bộ phận Văn thư Sở Y tế", "clerk_issue", 4),
        a_stage("Bộ phận tiếp nhận và trả kết quả Sở Y tế", "return_result", None),
    ]
    return {"parse_quality": quality, "steps": list(stages) or published}


def shape(process: dict[str, Any], minutes: int | None = None) -> list[tuple[str, Any, Any]]:
    workflow, _ = fitted(process, minutes)
    return [(name, s["role"], s["minutes"]) for name, s in workflow["steps"].items()]


def test_the_published_steps_keep_their_roles_and_hours() -> None:
    assert shape(a_process()) == [
        ("intake", "counter", None),
        ("registered", "counter", 240),
        ("assign", "leader", 240),
        ("appraise", "specialist", 3360),
        ("review", "leader", 240),
        ("approve", "leader", 480),
        ("issue", "clerk", 240),
        ("handover", "counter", None),
        ("done", None, None),
    ]


def test_times_that_fit_stand_as_published() -> None:
    assert fitted(a_process(), 4800)[1]
    assert not fitted(a_process(), 4799)[1]


@pytest.mark.parametrize("minutes", [60, 1440, 4799])
def test_times_over_the_limit_are_scaled_down_in_proportion(minutes: int) -> None:
    workflow, as_published = fitted(a_process(), minutes)
    definition = parse(workflow)

    assert not as_published
    assert problems(definition, roles=ROLES, limit_minutes=minutes) == ()
    assert minutes - 6 <= longest_minutes(definition) <= minutes


def test_the_committee_of_the_province_decides_after_the_department() -> None:
    process = a_process(
        a_stage("Trung tâm Phục vụ hành chính công", "receive", 2),
        a_stage("Công chức kiểm tra hồ sơ, trình Lãnh đạo phòng", "review", 20),
        a_stage("Lãnh đạo Sở", "sign", 4),
        a_stage("Chuyên viên Văn phòng UBND tỉnh", "review", 20, "provincial_pc"),
        a_stage("Văn thư Văn phòng UBND tỉnh", "clerk_issue", 2, "provincial_pc"),
    )

    names = [name for name, _, _ in shape(process)]

    assert names == [
        "intake",
        "registered",
        "appraise",
        "approve",
        "committee",
        "issue",
        "handover",
        "done",
    ]


def test_a_consultation_is_an_appraisal_that_consults() -> None:
    process = a_process(
        a_stage("Chuyên viên", "process", 8),
        a_stage("Các sở, ngành liên quan", "consult", 56),
        a_stage("Lãnh đạo Sở", "sign", 8),
    )

    steps = fitted(process, None)[0]["steps"]

    assert "consults" not in steps["appraise"]
    assert steps["appraise_2"]["consults"] is True


def test_a_leader_who_reads_before_anybody_appraised_assigns() -> None:
    process = a_process(
        a_stage("Bộ phận một cửa", "receive", 2),
        a_stage("Lãnh đạo Phòng chuyên môn phân công thụ lý", "review", 2),
        a_stage(None, "process", 8),
        a_stage("Lãnh đạo Sở", "sign", 2),
        a_stage("Bộ phận một cửa của Sở", "receive", 2),
    )

    names = [name for name, _, _ in shape(process)]

    assert names[1:6] == ["registered", "assign", "appraise", "approve", "forward"]


def test_the_time_for_returning_the_result_is_outside_the_limit() -> None:
    process = a_process(
        a_stage("Bộ phận một cửa", "receive", 4),
        a_stage("Chuyên viên", "process", 8),
        a_stage("Lãnh đạo Sở", "sign", 4),
        a_stage("Bộ phận một cửa", "return_result", 4),
    )

    workflow, as_published = fitted(process, 16 * 60)

    assert as_published
    assert workflow["steps"]["handover"]["minutes"] == 240


def test_a_process_that_does_not_say_when_it_was_received_is_still_received() -> None:
    process = a_process(a_stage("Chuyên viên", "process", 8), a_stage("Lãnh đạo cơ sở", "sign", 8))

    assert shape(process)[1] == ("registered", "counter", None)


def test_only_a_process_that_adds_up_and_is_decided_by_a_leader_can_be_followed() -> None:
    assert is_usable(a_process())
    assert not is_usable(a_process(quality="sum_mismatch"))
    assert not is_usable(a_process(a_stage("Chuyên viên", "process", 8)))
    assert not is_usable(a_process(a_stage("Lãnh đạo Sở", "sign", 8)))
