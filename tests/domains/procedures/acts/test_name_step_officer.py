# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from motcua.domains.people.acts.hold_post import NewPost, hold_post
from motcua.domains.people.acts.open_account import NewAccount, open_account
from motcua.domains.people.models import AccountKind
from motcua.domains.procedures import queries as procedures
from motcua.domains.procedures.acts.name_step_officer import (
    NotTheirRole,
    StepName,
    name_step_officer,
)
from motcua.domains.procedures.unit_rights import NotTomorrow, UnknownStep
from motcua.domains.units import queries as units
from motcua.kit.access import SYSTEM, Actor, NotPermitted, Role
from tests.builders import official, vn
from tests.domains.conftest import reference, reference_rows  # noqa: F401
from tests.domains.dossiers.conftest import (  # noqa: F401
    CODE,
    Town,
    published,
    small_data,
    town,
)

NOW = vn("2026-07-01 09:00")
TODAY = date(2026, 7, 1)


def admin(unit_id: int) -> Actor:
    return official("Nga", (units.agency(unit_id).code, Role.UNIT_ADMIN))


def colleague(unit_id: int, role: Role = Role.SPECIALIST) -> int:
    """The account of somebody in the unit."""
    wanted = NewAccount(
        kind=AccountKind.OFFICIAL, sign_in_name=f"cb.{unit_id}.{role}", full_name="Trần Văn Bình",
        password="Đúng-Mật-Khẩu-2026",
    )  # fmt: skip
    account_id = open_account(actor=SYSTEM, wanted=wanted, at=NOW)
    post = NewPost(unit_id=unit_id, role=role, valid_from=date(2026, 1, 1))
    hold_post(actor=SYSTEM, account_id=account_id, post=post, at=NOW)
    return account_id


def name(town: Town, account_id: int | None, actor: Actor | None = None, **changes: Any) -> None:  # noqa: F811
    values = {
        "unit_id": town.competent_id, "procedure_code": CODE, "step": "appraise",
        "account_id": account_id, "valid_from": TODAY, **changes,
    }  # fmt: skip
    doer = actor or admin(town.competent_id)
    name_step_officer(actor=doer, at=NOW, key=uuid4(), named=StepName(**values))


def test_a_step_falls_to_an_officer_until_another_day(town: Town) -> None:  # noqa: F811
    account_id = colleague(town.competent_id)

    name(town, account_id)
    name(town, None, valid_from=date(2026, 8, 1))

    on = procedures.step_officers(town.competent_id, CODE, date(2026, 7, 31))
    assert on == {"appraise": account_id}
    assert procedures.step_officers(town.competent_id, CODE, date(2026, 8, 1)) == {}


def test_only_somebody_of_the_unit_in_the_role_of_the_step(town: Town) -> None:  # noqa: F811
    for account_id in (
        colleague(town.other_ids[0]),
        colleague(town.competent_id, Role.CLERK),
        0,
    ):
        with pytest.raises(NotTheirRole):
            name(town, account_id)


def test_another_units_administrator_is_refused(town: Town) -> None:  # noqa: F811
    account_id = colleague(town.competent_id)

    for actor in (admin(town.other_ids[0]), town.leader):
        with pytest.raises(NotPermitted):
            name(town, account_id, actor)


def test_unknown_steps_and_past_days_are_refused(town: Town) -> None:  # noqa: F811
    account_id = colleague(town.competent_id)

    for step in ("", "intake", "x" * 10_000):
        with pytest.raises(UnknownStep):
            name(town, account_id, step=step)
    with pytest.raises(NotTomorrow):
        name(town, account_id, valid_from=date(2026, 6, 30))
