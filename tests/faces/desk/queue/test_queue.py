# SPDX-License-Identifier: Apache-2.0
"""An officer at a window works the queue by its buttons."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from django.test import Client

from motcua.domains.counters.acts.load_demo_counters import load_demo_counters
from motcua.domains.counters.models import Ticket, TicketState, Window
from motcua.domains.counters.queries import lines, windows
from motcua.domains.units import queries as units
from motcua.kit import clock
from motcua.kit.access import Role
from tests.builders import official
from tests.domains.dossiers.conftest import Town
from tests.faces.desk.conftest import Desks


@pytest.fixture
def window(town: Town, desk_of: Desks) -> Client:
    """The counter officer, seated at window 1."""
    load_demo_counters(at=clock.now())
    client = desk_of(town.counter)
    press(client, "open", window=Window.objects.get(unit_id=town.centre_id, number=1).pk)
    return client


def press(client: Client, verb: str, **fields: object) -> str:
    """Press a button; return the page that follows."""
    answer = client.post(f"/desk/queue/{verb}", {"key": uuid4(), **fields}, follow=True)
    return answer.content.decode()


def test_a_number_goes_from_the_door_to_its_end(window: Client, town: Town) -> None:
    given = press(window, "give", letter="A")
    assert "A001" in given
    press(window, "next")
    ticket = Ticket.objects.get()
    for verb, state in (
        ("again", TicketState.CALLED), ("hold", TicketState.HELD), ("again", TicketState.CALLED),
        ("serve", TicketState.SERVING), ("finish", TicketState.DONE),
    ):  # fmt: skip
        press(window, verb, ticket=ticket.pk)
        ticket.refresh_from_db()
        assert ticket.state == state


def test_a_refused_button_says_why_and_keeps_the_page(window: Client) -> None:
    answer = window.post("/desk/queue/next", {"key": uuid4()})

    assert answer.status_code == 409
    assert "Không còn ai chờ" in answer.content.decode()
    assert "Gọi số tiếp theo" in answer.content.decode()


@pytest.mark.parametrize(
    ("verb", "fields", "status"),
    [
        ("jump", {}, 404),
        ("next", {"key": "x"}, 400),
        ("hold", {"ticket": "-1"}, 400),
        ("hold", {"ticket": "999999999"}, 404),
        ("open", {"window": "999999999"}, 404),
        ("give", {"letter": "<b>"}, 409),
        ("arrive", {"code": "XXXXXXXX"}, 404),
    ],
)
def test_bad_input_is_refused_clearly(
    window: Client, verb: str, fields: dict[str, str], status: int
) -> None:
    assert window.post(f"/desk/queue/{verb}", {"key": uuid4(), **fields}).status_code == status


def test_an_unchanged_queue_costs_no_page(window: Client) -> None:
    first = window.get("/desk/queue/live")
    unchanged = window.get("/desk/queue/live", headers={"If-None-Match": first["ETag"]})
    press(window, "give", letter="B")
    changed = window.get("/desk/queue/live", headers={"If-None-Match": first["ETag"]})

    assert (unchanged.status_code, unchanged.content) == (304, b"")
    assert changed.status_code == 200


def test_only_counter_officers_see_the_queue(town: Town, desk_of: Desks) -> None:
    assert desk_of(town.specialist).get("/desk/queue").status_code == 403
    assert Client().get("/desk/queue").status_code == 303


def test_an_officer_does_not_see_the_numbers_of_another_centre(
    window: Client, town: Town, desk_of: Desks
) -> None:
    press(window, "give", letter="A")
    other = next(one for one in units.one_stops() if one.id != town.centre_id)
    stranger = desk_of(official("Xa", (other.code, Role.COUNTER)))

    code = Ticket.objects.get().code
    assert stranger.get(f"/desk/queue/ticket/{code}").status_code == 404


def test_the_administrator_arranges_windows_and_lines(town: Town, desk_of: Desks) -> None:
    code = units.agency(town.centre_id).code
    admin = desk_of(official("Quản", (code, Role.UNIT_ADMIN)))

    page = {"key": uuid4(), "windows": "4", "vi.A": "Hộ tịch", "en.A": "Civil status"}
    assert admin.post("/desk/queue/arrange", page).status_code == 303
    wrong = admin.post("/desk/queue/arrange", {**page, "key": uuid4(), "windows": "99"})

    assert len(windows(town.centre_id)) == 4
    assert [line.title["vi"] for line in lines(town.centre_id)] == ["Hộ tịch"]
    assert wrong.status_code == 422
    assert 'value="99"' in wrong.content.decode()
    assert "Hộ tịch" in admin.get("/desk/queue/arrange").content.decode()


def test_the_ticket_machine_is_opened_from_the_desk(window: Client) -> None:
    page = window.get("/desk/queue").content.decode()
    address = re.search(r'href="(/lay-so/[^"]+)"', page)
    assert address is not None

    assert Client().get(address[1]).status_code == 200
