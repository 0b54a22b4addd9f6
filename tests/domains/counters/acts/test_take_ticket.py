# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from uuid import uuid4

import pytest

from motcua.domains.counters.acts.take_ticket import LineClosed, take_ticket
from motcua.domains.counters.models import Ticket
from motcua.kit.access import GUEST, NotPermitted
from motcua.kit.commands import By
from tests.builders import vn
from tests.domains.counters.conftest import MORNING, Centre, by


def test_numbers_run_by_line_and_begin_anew_each_day(centre: Centre) -> None:
    today = centre.tickets("A", "B", "A")
    (tomorrow,) = centre.tickets("A", at=vn("2026-07-07 07:30"))

    assert [(one.letter, one.number) for one in today] == [("A", 1), ("B", 1), ("A", 2)]
    assert tomorrow.number == 1


def test_a_double_press_gives_one_ticket(centre: Centre) -> None:
    command = By(GUEST, MORNING, uuid4())

    first = take_ticket(by=command, unit_id=centre.unit_id, letter="A")

    assert take_ticket(by=command, unit_id=centre.unit_id, letter="A") == first
    assert Ticket.objects.count() == 1


def test_an_officer_gives_tickets_of_the_own_centre_only(centre: Centre) -> None:
    assert take_ticket(by=by(centre.hoa), unit_id=centre.unit_id, letter="A")
    with pytest.raises(NotPermitted):
        take_ticket(by=by(centre.stranger), unit_id=centre.unit_id, letter="A")


@pytest.mark.parametrize("letter", ["C", "", "a", "AA", "'", "A\0"])
def test_a_line_that_does_not_exist_gives_no_number(centre: Centre, letter: str) -> None:
    with pytest.raises(LineClosed):
        take_ticket(by=by(GUEST), unit_id=centre.unit_id, letter=letter)

    assert not Ticket.objects.exists()
