# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.counters.acts.arrange_counters import (
    ArrangementWrong,
    Line,
    arrange_counters,
)
from motcua.domains.counters.acts.call_next import call_next
from motcua.domains.counters.models import TicketState
from motcua.domains.counters.queries import lines, windows
from motcua.domains.units import queries as units
from motcua.kit.access import NotPermitted, Role
from tests.builders import official
from tests.domains.counters.conftest import Centre, by, fresh

ONE = [Line("Một cửa", "One stop")]


def test_the_administrator_of_the_centre_changes_windows_and_lines(centre: Centre) -> None:
    admin = official("Quản", (units.agency(centre.unit_id).code, Role.UNIT_ADMIN))
    centre.seated()

    arrange_counters(by=by(admin), unit_id=centre.unit_id, windows=1, lines=ONE)

    assert [(line.letter, line.title["vi"]) for line in lines(centre.unit_id)] == [("A", "Một cửa")]
    assert [(one.number, one.lines) for one in windows(centre.unit_id)] == [(1, ("A",))]


def test_a_number_at_a_window_that_is_closed_waits_again(centre: Centre) -> None:
    admin = official("Quản", (units.agency(centre.unit_id).code, Role.UNIT_ADMIN))
    centre.seated()
    (ticket,) = centre.tickets("A")
    call_next(by=by(centre.lan))

    arrange_counters(by=by(admin), unit_id=centre.unit_id, windows=1, lines=ONE)

    assert (fresh(ticket).state, fresh(ticket).window_id) == (TicketState.WAITING, None)


def test_others_do_not(centre: Centre) -> None:
    elsewhere = official("Quản", (units.agency(centre.other_id).code, Role.UNIT_ADMIN))

    for actor in (centre.hoa, elsewhere):
        with pytest.raises(NotPermitted):
            arrange_counters(by=by(actor), unit_id=centre.unit_id, windows=1, lines=ONE)


@pytest.mark.parametrize(
    ("count", "named"), [(0, ONE), (41, ONE), (1, []), (1, [Line(" ", "x")]), (1, ONE * 9)]
)
def test_an_arrangement_nobody_can_stand_in_is_refused(
    centre: Centre, count: int, named: list[Line]
) -> None:
    admin = official("Quản", (units.agency(centre.unit_id).code, Role.UNIT_ADMIN))

    with pytest.raises(ArrangementWrong):
        arrange_counters(by=by(admin), unit_id=centre.unit_id, windows=count, lines=named)
