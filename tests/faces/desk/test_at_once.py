# SPDX-License-Identifier: Apache-2.0
"""Two officers press buttons on one dossier in the same second, with real commits."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client

from motcua.domains.dossiers.models import Dossier
from motcua.domains.procedures.acts.load_catalogue import load_catalogue
from motcua.domains.units.acts.load_reference import load_reference
from tests.builders import vn
from tests.domains.dossiers.conftest import Town, acts, make_town, row
from tests.faces.desk.conftest import Desks
from tests.faces.desk.test_reception import ADDRESS, filled

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def town(transactional_db: None, small_data: Path) -> Iterator[Town]:
    load_reference(at=vn("2026-01-02 08:00"))
    load_catalogue(at=vn("2026-01-05 08:00"), data=small_data)
    yield make_town()


def together(clients: list[Client], address: str, forms: list[dict[str, Any]]) -> list[int]:
    """Post all forms at the same moment; return the statuses, the smallest first."""
    start = Barrier(len(clients))

    def one(number: int) -> int:
        start.wait()
        try:
            return clients[number].post(address, forms[number]).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(len(clients)) as pool:
        return sorted(pool.map(one, range(len(clients))))


def test_of_two_officers_at_once_exactly_one_wins(town: Town, desk_of: Desks) -> None:
    code = town.appraised()
    officers = [desk_of(town.specialist), desk_of(town.specialist)]
    seen = row(code).chain_seq
    sent = [{"key": str(uuid4()), "seen": seen, "action": "propose"} for _ in officers]

    statuses = together(officers, f"/desk/{code}/advance", sent)

    assert statuses == [303, 409]
    assert acts(code).count("propose") == 1


def test_one_form_sent_twice_at_once_acts_once_and_succeeds_twice(
    town: Town, desk_of: Desks
) -> None:
    code = town.appraised()
    officer = desk_of(town.specialist)
    sent = {"key": str(uuid4()), "seen": row(code).chain_seq, "action": "propose"}
    twin = Client()
    twin.cookies = officer.cookies

    statuses = together([officer, twin], f"/desk/{code}/advance", [sent, sent])

    assert statuses == [303, 303]
    assert acts(code).count("propose") == 1


def test_one_reception_sent_many_times_at_once_leads_to_one_receipt(
    town: Town, desk_of: Desks
) -> None:
    officer, sent = desk_of(town.counter), filled(town, applicant_personal_id="027190000001")
    twins = [Client() for _ in range(5)]
    for twin in twins:
        twin.cookies = officer.cookies

    statuses = together([officer, *twins], ADDRESS, [sent] * 6)

    assert statuses == [303] * 6
    assert acts(Dossier.objects.get().code) == ["submit", "receive"]
