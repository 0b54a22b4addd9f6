# SPDX-License-Identifier: Apache-2.0
"""What the counter offers before anything is typed."""

from __future__ import annotations

import re

from django.test import Client

from motcua.domains.quality.models import DossierFact
from motcua.kit import clock
from tests.domains.dossiers.conftest import CODE, Town
from tests.faces.desk.conftest import Desks, text

ADDRESS = "/desk/reception"
MOST = "Tiếp nhận nhiều nhất tại quầy này"
AUTHORED = "Thủ tục có biểu mẫu riêng"


def received(town: Town, number: int, *, unit_id: int, procedure: str = CODE) -> None:
    """The fact of a dossier that a counter took in."""
    DossierFact.objects.create(
        dossier_code=f"H05.1-260708-{number:04}", procedure_code=procedure,
        version_id=town.version_id, competent_unit_id=town.competent_id, receiving_unit_id=unit_id,
        channel=1, source="real", status=4, submitted_at=clock.now(), received_at=clock.now(),
        last_event_id=0,
    )  # fmt: skip


def offered(client: Client) -> list[str]:
    """The codes of the procedures on the page."""
    return re.findall(r'class="code">([\d.]+)<', text(client.get(ADDRESS)))


def test_a_new_counter_is_offered_the_authored_procedures(town: Town, desk_of: Desks) -> None:
    counter = desk_of(town.counter)

    page = text(counter.get(ADDRESS))

    assert AUTHORED in page
    assert MOST not in page
    assert offered(counter) == [CODE]
    assert re.search(r'<input[^>]* id="find"[^>]* data-focus', page)


def test_a_counter_is_offered_what_it_receives_most(town: Town, desk_of: Desks) -> None:
    received(town, 1, unit_id=town.centre_id)
    counter = desk_of(town.counter)

    page = text(counter.get(ADDRESS))

    assert MOST in page
    assert AUTHORED not in page
    assert offered(counter) == [CODE]


def test_after_its_first_dossier_a_counter_keeps_the_authored_procedures_below(
    town: Town, desk_of: Desks
) -> None:
    received(town, 1, unit_id=town.centre_id, procedure="9.999999")
    counter = desk_of(town.counter)

    page = text(counter.get(ADDRESS))

    assert MOST not in page
    assert AUTHORED in page
    assert offered(counter) == [CODE]


def test_what_others_receive_says_nothing_about_this_counter(town: Town, desk_of: Desks) -> None:
    received(town, 1, unit_id=town.competent_id)

    assert AUTHORED in text(desk_of(town.counter).get(ADDRESS))


def test_a_procedure_that_is_no_more_is_not_offered(town: Town, desk_of: Desks) -> None:
    received(town, 1, unit_id=town.centre_id, procedure="9.999999")
    received(town, 2, unit_id=town.centre_id)

    assert offered(desk_of(town.counter)) == [CODE]


def test_what_was_used_last_in_this_browser_is_not_offered_twice(
    town: Town, desk_of: Desks
) -> None:
    counter = desk_of(town.counter)
    received(town, 1, unit_id=town.centre_id)
    counter.cookies["desk_recent"] = CODE

    assert offered(counter) == [CODE]
