# SPDX-License-Identifier: Apache-2.0
"""Choosing among published internal processes."""

from __future__ import annotations

from typing import Any

from motcua.rules.generation import choose
from tests.rules.generation.records import the_processes

STEPS = [
    {"actor": "Chuyên viên", "actor_level": "department", "action": "process", "hours": 8},
    {"actor": "Lãnh đạo Sở", "actor_level": "department", "action": "sign", "hours": 8},
]


def a_process(name: str, **changed: Any) -> dict[str, Any]:
    return {
        "process_id": name,
        "province": "Tỉnh Cao Bằng",
        "parse_quality": "verified_sum",
        "total_hours": 16,
        "steps": STEPS,
        **changed,
    }


def chosen(*processes: dict[str, Any]) -> str | None:
    process = choose(processes)
    return process and process["process_id"]


def test_bac_ninhs_own_process_comes_first() -> None:
    own = a_process("own", province="Tỉnh Bắc Ninh")

    assert chosen(a_process("other", total_hours=400), own) == "own"


def test_of_several_cases_the_longest_is_followed() -> None:
    assert chosen(a_process("short"), a_process("long", total_hours=40)) == "long"


def test_a_process_whose_times_do_not_add_up_is_not_followed() -> None:
    assert chosen(a_process("wrong", parse_quality="sum_mismatch")) is None
    assert chosen() is None


def test_the_ten_days_of_procedure_1_013934_are_taken_before_its_three() -> None:
    process = choose(the_processes("1.013934"))

    assert process is not None
    assert process["total_hours"] == 80
