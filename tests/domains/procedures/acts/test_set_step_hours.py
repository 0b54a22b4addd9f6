# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from motcua.domains.dossiers.queries import verification
from motcua.domains.procedures import queries as procedures
from motcua.domains.procedures.acts.set_step_hours import (
    NewHours,
    OverTheLimit,
    StepTooShort,
    set_step_hours,
)
from motcua.domains.procedures.unit_rights import NotCompetent, NotTomorrow, UnknownStep
from motcua.domains.units import queries as units
from motcua.kit.access import Actor, NotPermitted, Role
from tests.builders import official, vn
from tests.domains.conftest import reference, reference_rows  # noqa: F401
from tests.domains.dossiers.conftest import (  # noqa: F401
    CODE,
    RECEIVED_AT,
    Town,
    published,
    row,
    small_data,
    town,
)

NOW = vn("2026-07-01 09:00")
TOMORROW = date(2026, 7, 2)


def admin(unit_id: int) -> Actor:
    return official("Nga", (units.agency(unit_id).code, Role.UNIT_ADMIN))


def minutes_of(town: Town, **changes: int) -> dict[str, int]:  # noqa: F811
    """The version's own times with some changed."""
    return {**procedures.unit_steps(town.competent_id, CODE, TOMORROW).minutes, **changes}


def lay_down(
    town: Town,  # noqa: F811
    minutes: Mapping[str, int],
    *,
    actor: Actor | None = None,
    **changes: Any,  # noqa: F811
) -> None:
    values = {
        "unit_id": town.competent_id, "procedure_code": CODE, "minutes": minutes,
        "valid_from": TOMORROW, **changes,
    }  # fmt: skip
    doer = actor or admin(town.competent_id)
    set_step_hours(actor=doer, at=NOW, key=uuid4(), hours=NewHours(**values))


def test_steps_that_begin_from_then_on_have_the_units_time(town: Town) -> None:  # noqa: F811
    usual = row(town.appraised()).step_due_at
    own = dict.fromkeys(minutes_of(town), 60)

    lay_down(town, own)
    code = town.appraised()

    assert row(code).step_due_at != usual
    assert row(code).step_due_at == vn("2026-07-03 11:30")
    assert [found for _, found in verification.differences()] == [[]]


def test_the_version_stays_as_it_was_published(town: Town) -> None:  # noqa: F811
    before = procedures.version(town.version_id).workflow

    lay_down(town, dict.fromkeys(minutes_of(town), 60))

    assert procedures.version(town.version_id).workflow == before


def test_the_sum_fits_the_promise_to_the_minute(town: Town) -> None:  # noqa: F811
    known = procedures.unit_steps(town.competent_id, CODE, TOMORROW)
    assert known.most_minutes is not None
    names = [step.name for step in known.steps]
    rest = known.most_minutes - 60 * (len(names) - 1)
    whole = {**dict.fromkeys(names, 60), names[0]: rest}

    lay_down(town, whole)

    assert procedures.unit_steps(town.competent_id, CODE, TOMORROW).minutes == whole
    with pytest.raises(OverTheLimit):
        lay_down(town, {**whole, names[0]: rest + 1})


def test_none_takes_the_versions_own_times_again(town: Town) -> None:  # noqa: F811
    usual = minutes_of(town)
    lay_down(town, dict.fromkeys(usual, 60))

    lay_down(town, {})

    assert minutes_of(town) == usual


def test_another_units_administrator_is_refused(town: Town) -> None:  # noqa: F811
    minutes = dict.fromkeys(minutes_of(town), 60)

    for actor in (admin(town.other_ids[0]), town.leader, town.counter, town.citizen):
        with pytest.raises(NotPermitted):
            lay_down(town, minutes, actor=actor)
    with pytest.raises(NotCompetent):
        lay_down(town, minutes, actor=admin(town.centre_id), unit_id=town.centre_id)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [({"approve": 0}, StepTooShort), ({"approve": -60}, StepTooShort), ({"x": 60}, UnknownStep)],
)
def test_bad_times_are_refused(
    town: Town,  # noqa: F811
    changes: dict[str, int],
    fault: type[Exception],
) -> None:
    with pytest.raises(fault):
        lay_down(town, minutes_of(town, **changes))


def test_it_begins_tomorrow_at_the_earliest(town: Town) -> None:  # noqa: F811
    for day in (date(2026, 7, 1), date(2025, 1, 1)):
        with pytest.raises(NotTomorrow):
            lay_down(town, dict.fromkeys(minutes_of(town), 60), valid_from=day)
