# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.dossiers.acts.stop import stop
from motcua.kit.access import NotPermitted
from motcua.kit.faults import NotAllowedNow
from tests.builders import by, vn
from tests.domains.dossiers.conftest import Town, row

AT = vn("2026-07-06 08:00")
pytestmark = pytest.mark.django_db


def test_the_competent_unit_stops_a_dossier_with_a_reason(town: Town) -> None:
    code = town.appraised()

    stop(by=by(town.leader, AT), code=code, reason="Có tranh chấp")

    assert (row(code).status, row(code).ended_at) == (8, AT)


def test_a_dossier_waiting_for_money_can_be_stopped_and_its_pause_ends(town: Town) -> None:
    code = town.appraised()
    town.advance(town.specialist, code, "demand_tax", vn("2026-07-03 11:00"))

    stop(by=by(town.specialist, AT), code=code, reason="Không nộp thuế")

    assert row(code).pauses[0][1] == AT.isoformat()


def test_the_counter_may_not_stop_and_nothing_stops_twice(town: Town) -> None:
    code = town.appraised()
    with pytest.raises(NotPermitted):
        stop(by=by(town.counter, AT), code=code, reason="x")
    stop(by=by(town.leader, AT), code=code, reason="x")

    with pytest.raises(NotAllowedNow):
        stop(by=by(town.leader, AT), code=code, reason="x")
