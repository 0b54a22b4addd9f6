# SPDX-License-Identifier: Apache-2.0
"""`motcua walk` against a system started for real: every kind of way ends with the result."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from motcua.kit import datafiles
from tests.server.conftest import state  # noqa: F401
from tests.server.running import System, call

BIRTH = "1.001193"
PERMIT = "1.013225"
LAND = "1.013831"
COPIES = "2.000815"
GENERATED = "1.116835"
MARRIAGE = "1.000894"
GROUP = "2.000986"
AUTHORED = sorted(
    path.stem
    for folder in ("procedures", "interlinked")
    for path in (datafiles.root() / folder).rglob("*.yaml")
)
Walked = tuple[int, dict[str, Any]]


@pytest.fixture(scope="module")
def system(state: Path) -> Iterator[System]:  # noqa: F811
    running = System(state).start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def once(system: System) -> Callable[[str], Walked]:
    """Walk a procedure the first time somebody asks for its walk."""
    return cache(lambda procedure: walked(system, procedure))


def walked(system: System, procedure: str, *more: str) -> Walked:
    done = call("walk", "--procedure", procedure, *more, "--json", state=system.state)
    return done.returncode, json.loads(done.stdout or "{}") | {"said": done.stderr}


def acts(walk: dict[str, Any]) -> list[str]:
    return [station["act"] for station in walk["stations"]]


def test_a_birth_is_registered_in_the_commune_of_a_statistics_code(system: System) -> None:
    status, walk = walked(system, BIRTH, "--unit", "09190")

    assert (status, walk["final_status"]) == (0, 10), walk
    assert acts(walk)[:2] == ["submit", "receive"]
    assert acts(walk)[-1] == "return_result"
    assert [s["status"] for s in walk["stations"]] == [1, 2, 4, 4, 9, 10]
    assert {s["role"] for s in walk["stations"]} == {
        "applicant", "counter", "specialist", "leader",
    }  # fmt: skip
    assert walk["seconds"] > 0


def test_all_that_is_authored_is_there() -> None:
    assert len(AUTHORED) >= 10 + 2
    assert {MARRIAGE, GROUP, PERMIT, LAND, COPIES} < set(AUTHORED)


@pytest.mark.parametrize("procedure", AUTHORED)
def test_every_authored_and_interlinked_procedure_ends_with_the_result(
    once: Callable[[str], Walked], procedure: str
) -> None:
    status, walk = once(procedure)

    assert (status, walk.get("final_status")) == (0, 10), walk


def test_a_permit_waits_for_the_units_that_the_procedure_consults(
    once: Callable[[str], Walked],
) -> None:
    _, walk = once(PERMIT)

    assert acts(walk).count("consult") == 1
    assert acts(walk).count("answer_consultation") == 2


def test_land_waits_for_the_duty_and_copies_for_the_fee(once: Callable[[str], Walked]) -> None:
    (_, land), (_, copies) = once(LAND), once(COPIES)

    assert 6 in [station["status"] for station in land["stations"]]
    assert "take_cash" in acts(copies)


def test_every_part_of_one_application_is_received_and_all_are_returned_together(
    once: Callable[[str], Walked],
) -> None:
    _, walk = once(GROUP)

    assert acts(walk).count("receive") == acts(walk).count("approve") == 3
    assert acts(walk)[-1] == "return_interlinked"
    assert "return_result" not in acts(walk)


def test_a_generated_procedure_is_walked_with_common_answers(system: System) -> None:
    status, walk = walked(system, GENERATED)

    assert (status, walk["final_status"]) == (0, 10), walk


def test_what_was_walked_is_verified(system: System) -> None:
    done = call("verify", "--json", state=system.state)

    told = json.loads(done.stdout)
    assert told["checked"] > 0
    assert told["differences"] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--unit", "99999"), "There is no unit with the code 99999"),
        (("--unit", "H05.44"), "does not handle this procedure"),
        (("--url", "http://localhost:1"), "Nobody answers"),
        (("--procedure", "no code"), "The procedure no code cannot be submitted here"),
    ],
)
def test_an_impossible_walk_is_told_in_a_sentence(
    system: System, words: tuple[str, ...], said: str
) -> None:
    status, walk = walked(system, BIRTH, *words)

    assert status == 1
    assert said in walk["said"]
    assert "Traceback" not in walk["said"]


def test_nobody_walks_in_production(tmp_path: Path) -> None:
    done = call(
        "walk", "--procedure", BIRTH, state=tmp_path,
        MOTCUA_MODE="production", SECRET_KEY="k" * 64, MOTCUA_HOSTS="example.vn",
        MOTCUA_URL="https://example.vn", DATABASE_URL="postgresql:///nowhere",
    )  # fmt: skip

    assert done.returncode == 1
    assert "demonstration only" in done.stderr
