# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import datetime

import pytest

from motcua.domains.dossiers.acts.extend import (
    ExtendedBefore,
    NewDateWrong,
    TooLateToExtend,
    extend,
)
from motcua.domains.dossiers.queries.card import history
from motcua.kit.access import NotPermitted
from motcua.kit.faults import NotAllowedNow
from tests.builders import by, vn
from tests.domains.dossiers.conftest import Town, row

AT, TO = vn("2026-07-09 09:00"), vn("2026-07-15 10:00")
pytestmark = pytest.mark.django_db


def test_the_leader_moves_the_due_moment_once(town: Town) -> None:
    code = town.appraised()

    extend(by=by(town.leader, AT), code=code, to=TO, reason="Chờ đo đạc")

    assert (row(code).due_at, row(code).legal_due_at) == (TO, vn("2026-07-17 10:00"))
    with pytest.raises(ExtendedBefore):
        extend(by=by(town.leader, AT), code=code, to=vn("2026-07-20 10:00"), reason="Nữa")


def test_a_pause_after_the_extension_moves_the_new_date(town: Town) -> None:
    code = town.appraised()
    extend(by=by(town.leader, AT), code=code, to=TO, reason="Chờ đo đạc")

    town.advance(town.specialist, code, "demand_tax", vn("2026-07-13 08:00"))
    town.advance(town.counter, code, "paid", vn("2026-07-14 08:00"))

    assert row(code).due_at == vn("2026-07-16 10:00")


@pytest.mark.parametrize(
    ("at", "to", "fault"),
    [
        (vn("2026-07-10 10:00"), TO, TooLateToExtend),
        (AT, vn("2026-07-10 10:00"), NewDateWrong),
        (AT, vn("2026-07-12 10:00"), NewDateWrong),
        (AT, vn("2026-07-15 12:00"), NewDateWrong),
    ],
)
def test_the_apology_comes_before_and_the_new_date_after(
    town: Town, at: datetime, to: datetime, fault: type
) -> None:
    code = town.appraised()

    with pytest.raises(fault):
        extend(by=by(town.leader, at), code=code, to=to, reason="x")


def test_others_and_other_states_are_refused(town: Town) -> None:
    appraised, decided = town.appraised(), town.decided()

    with pytest.raises(NotPermitted):
        extend(by=by(town.specialist, AT), code=appraised, to=TO, reason="x")
    with pytest.raises(NotAllowedNow):
        extend(by=by(town.leader, AT), code=decided, to=TO, reason="x")


@pytest.mark.parametrize(
    ("at", "late"), [(vn("2026-07-09 10:00"), False), (vn("2026-07-09 10:01"), True)]
)
def test_an_apology_on_the_last_day_is_marked_late(town: Town, at: datetime, late: bool) -> None:
    code = town.appraised()

    extend(by=by(town.leader, at), code=code, to=TO, reason="Chờ đo đạc")

    assert history(code)[-1].late is late
