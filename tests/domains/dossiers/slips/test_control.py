# SPDX-License-Identifier: Apache-2.0
"""The control slip judges each stay by the time that the unit itself gave the step."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from motcua.domains.dossiers.slip_kinds import SlipKind
from motcua.domains.dossiers.slips import control
from motcua.domains.dossiers.slips.occasion import occasions
from motcua.domains.procedures import queries as procedures
from motcua.domains.procedures.acts.set_step_hours import NewHours, set_step_hours
from motcua.domains.units import queries as units
from motcua.kit.access import Role
from tests.builders import official, vn
from tests.domains.dossiers.conftest import CODE, Town

pytestmark = pytest.mark.django_db
FROM = date(2026, 7, 2)


def verdicts(code: str) -> list[str]:
    """The column of results, one entry for each stay."""
    (occasion,) = occasions(code, [SlipKind.CONTROL])
    blocks = control.values(occasion)["blocks"]
    (table,) = (block for block in blocks if block["is"] == "table")
    return [row[5] for row in table["rows"]]


def test_a_step_is_late_against_the_units_own_hours_and_not_the_versions(town: Town) -> None:
    code = town.decided()
    before = verdicts(code)

    known = procedures.unit_steps(town.competent_id, CODE, FROM).minutes
    admin = official("Nga", (units.agency(town.competent_id).code, Role.UNIT_ADMIN))
    hours = NewHours(
        unit_id=town.competent_id, procedure_code=CODE, minutes={**known, "appraise": 15},
        valid_from=FROM,
    )  # fmt: skip
    set_step_hours(actor=admin, at=vn("2026-07-01 09:00"), key=uuid4(), hours=hours)

    assert "Quá hạn" not in before
    assert verdicts(code).count("Quá hạn") == 1
