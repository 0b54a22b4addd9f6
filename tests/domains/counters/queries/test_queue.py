# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import timedelta

import pytest

from motcua.domains.counters.acts.call_next import call_next
from motcua.domains.counters.acts.finish_ticket import finish_ticket
from motcua.domains.counters.acts.hold_ticket import hold_ticket
from motcua.domains.counters.queries import queue, ticket, version
from motcua.kit.faults import NotFound
from tests.domains.counters.conftest import MORNING, Centre, by

TODAY = MORNING.date()


def test_a_screen_sees_who_is_called_and_how_many_wait(centre: Centre) -> None:
    centre.seated()
    centre.tickets("A", "A", "B", "B")
    call_next(by=by(centre.hoa))
    call_next(by=by(centre.lan, MORNING + timedelta(seconds=5)))

    seen = queue(centre.unit_id, TODAY)

    assert [(one.name, one.window_number) for one in seen.shown] == [("A002", 2), ("A001", 1)]
    assert (dict(seen.waiting), seen.open_windows) == ({"B": 2}, 2)


def test_each_act_changes_the_version_and_nothing_else_does(centre: Centre) -> None:
    centre.seated()
    before = version(centre.unit_id, TODAY)
    (one,) = centre.tickets("A")
    after = version(centre.unit_id, TODAY)
    call_next(by=by(centre.hoa))
    hold_ticket(by=by(centre.hoa), ticket_id=one.pk)

    assert after == before + 1
    assert queue(centre.unit_id, TODAY).version == after + 2
    assert version(centre.other_id, TODAY) == 0


def test_a_holder_learns_the_place_and_later_the_likely_wait(centre: Centre) -> None:
    centre.seated()
    for minute in range(5):
        (served,) = centre.tickets("A", at=MORNING + timedelta(minutes=10 * minute))
        call_next(by=by(centre.hoa, MORNING + timedelta(minutes=10 * minute)))
        ended = MORNING + timedelta(minutes=10 * minute + 8)
        finish_ticket(by=by(centre.hoa, ended), ticket_id=served.pk)
    later = MORNING + timedelta(hours=1)
    first, last = (centre.tickets("A", at=later)[0] for _ in "12")

    assert [(ticket(one.code).ahead, ticket(one.code).minutes) for one in (first, last)] == [
        (0, 0), (1, 4),
    ]  # fmt: skip


def test_an_unknown_ticket_is_not_found(centre: Centre) -> None:
    with pytest.raises(NotFound):
        ticket("XXXXXXXX")
