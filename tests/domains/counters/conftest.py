# SPDX-License-Identifier: Apache-2.0
"""One centre with two windows and two lines, and the officers who sit there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

import pytest

from motcua.domains.counters.acts.arrange_counters import Line, arrange_counters
from motcua.domains.counters.acts.open_window import open_window
from motcua.domains.counters.acts.take_ticket import take_ticket
from motcua.domains.counters.models import Ticket, Window
from motcua.domains.units import queries as units
from motcua.kit.access import GUEST, SYSTEM, Actor, Role
from motcua.kit.commands import By
from tests.builders import official, vn
from tests.domains.conftest import reference, reference_rows  # noqa: F401

MORNING = vn("2026-07-06 08:00")  # a Monday


def by(actor: Actor, at: datetime = MORNING) -> By:
    """Act under a fresh key."""
    return By(actor, at, uuid4())


@dataclass
class Centre:
    """A one-stop centre; `first` and `second` are its windows."""

    unit_id: int
    other_id: int
    hoa: Actor
    lan: Actor
    stranger: Actor
    first: int
    second: int

    def tickets(self, *letters: str, at: datetime = MORNING) -> list[Ticket]:
        """Take numbers at the ticket machine."""
        codes = [take_ticket(by=by(GUEST, at), unit_id=self.unit_id, letter=x) for x in letters]
        return [Ticket.objects.get(code=code) for code in codes]

    def seated(self) -> None:
        """Both officers at their windows."""
        open_window(by=by(self.hoa), window_id=self.first)
        open_window(by=by(self.lan), window_id=self.second)


@pytest.fixture
def centre(reference: None) -> Centre:  # noqa: F811
    here, there = units.one_stops()[:2]
    lines = [Line("Hộ tịch", "Civil status"), Line("Đất đai", "Land")]
    arrange_counters(by=by(SYSTEM), unit_id=here.id, windows=2, lines=lines)
    first, second = Window.objects.filter(unit_id=here.id).order_by("number")
    return Centre(
        here.id, there.id, official("Hoa", (here.code, Role.COUNTER)),
        official("Lan", (here.code, Role.COUNTER)), official("Xa", (there.code, Role.COUNTER)),
        first.pk, second.pk,
    )  # fmt: skip


def fresh(ticket: Ticket) -> Ticket:
    """The ticket as it is now."""
    return Ticket.objects.get(pk=ticket.pk)
