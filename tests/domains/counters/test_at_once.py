# SPDX-License-Identifier: Apache-2.0
"""Many ticket machines and officers at the same moment."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from motcua.domains.counters.acts.take_ticket import take_ticket
from motcua.domains.counters.models import Ticket, TicketLine
from motcua.domains.units.models import Agency, AgencyName
from motcua.kit.access import GUEST
from motcua.kit.snapshots import Snapshot
from tests.domains.counters.conftest import MORNING, by


@pytest.mark.django_db(transaction=True)
def test_parallel_machines_leave_no_gap_and_no_twin() -> None:
    unit = Agency.objects.create(
        key="BN-X", code="H05.99.1", code_kind="synthetic", level="commune", kind="service_centre"
    )
    AgencyName.objects.create(
        agency=unit, name_vi="Trung tâm", name_en="Centre", short_name="TT", sort_key="",
        valid_from=MORNING.date(),
    )  # fmt: skip
    Snapshot.forget_all()
    TicketLine.objects.create(unit=unit, letter="A", title_vi="Một", title_en="One")

    def press(_: int) -> None:
        take_ticket(by=by(GUEST), unit_id=unit.pk, letter="A")
        connection.close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(press, range(32)))

    numbers = sorted(Ticket.objects.filter(unit=unit).values_list("number", flat=True))
    assert numbers == list(range(1, 33))
