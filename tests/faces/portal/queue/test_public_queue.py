# SPDX-License-Identifier: Apache-2.0
"""The wall, the ticket machine, one's number and appointments, without an account."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

import pytest
from django.core import signing
from django.test import Client

from motcua.domains.counters.acts.load_demo_counters import load_demo_counters
from motcua.domains.counters.models import Appointment, Ticket, TicketState, Window
from motcua.domains.counters.queries import free_slots
from motcua.domains.units import queries as units
from motcua.domains.units.queries import AgencyCard
from motcua.kit import clock
from tests.domains.conftest import reference, reference_rows  # noqa: F401


@pytest.fixture
def centre(reference: None) -> AgencyCard:  # noqa: F811
    load_demo_counters(at=clock.now())
    return units.one_stops()[0]


@pytest.fixture
def machine(centre: AgencyCard) -> str:
    """The address of the centre's ticket machine."""
    return f"/lay-so/{signing.dumps(centre.id, salt='ticket-machine')}"


def test_the_machine_gives_one_number_a_press(client: Client, machine: str) -> None:
    form = {"key": uuid4(), "letter": "B"}

    pages = [client.post(machine, form, follow=True).content.decode() for _ in "12"]

    assert Ticket.objects.count() == 1
    assert all("B001" in page for page in pages)


def test_the_number_is_followed_on_a_phone(client: Client, machine: str) -> None:
    client.post(machine, {"key": uuid4(), "letter": "A"})
    ticket = Ticket.objects.get()
    assert "Trước ông/bà không còn ai" in client.get(f"/so/{ticket.code}").content.decode()

    Ticket.objects.update(
        state=TicketState.CALLED, window=Window.objects.get(unit=ticket.unit, number=2)
    )

    assert "Mời ông/bà đến quầy 2" in client.get(f"/so/{ticket.code}/cho").content.decode()


def test_the_wall_shows_numbers_and_answers_304_while_nothing_happens(
    client: Client, machine: str, centre: AgencyCard
) -> None:
    address = f"/man-hinh/{centre.code}"
    first = client.get(f"{address}/so")
    unchanged = client.get(f"{address}/so", headers={"If-None-Match": first["ETag"]})
    client.post(machine, {"key": uuid4(), "letter": "A"})
    changed = client.get(f"{address}/so", headers={"If-None-Match": first["ETag"]})

    assert client.get(address).status_code == 200
    assert (unchanged.status_code, changed.status_code) == (304, 200)
    assert "1 người chờ" in changed.content.decode()


def test_a_wall_costs_one_statement_while_nothing_happens(
    client: Client, centre: AgencyCard, django_assert_num_queries: object
) -> None:
    address = f"/man-hinh/{centre.code}/so"
    mark = client.get(address)["ETag"]

    with django_assert_num_queries(0):  # type: ignore[operator]  # the prepared one is not counted
        assert client.get(address, headers={"If-None-Match": mark}).status_code == 304


@pytest.mark.parametrize(
    "address",
    ["/man-hinh/H99.99", "/lay-so/1", "/lay-so/abc:def:ghi", "/so/XXXXXXXX", "/so/X/cho",
     "/hen/H99.99", "/hen/ma/XXXXXXXX"],
)  # fmt: skip
def test_addresses_that_lead_nowhere_say_so(
    client: Client, centre: AgencyCard, address: str
) -> None:
    assert client.get(address).status_code == 404


def test_a_machine_of_another_day_gives_nothing(
    client: Client, centre: AgencyCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.core.signing.time.time", lambda: 0)
    old = signing.dumps(centre.id, salt="ticket-machine")
    monkeypatch.undo()

    assert client.get(f"/lay-so/{old}").status_code == 404


def test_a_time_is_booked_shown_and_given_back(client: Client, centre: AgencyCard) -> None:
    slot = free_slots(centre.id, at=clock.now())[-1]
    form = {"key": uuid4(), "letter": "A", "at": slot.isoformat()}

    booked = client.post(f"/hen/{centre.code}", form)
    code = Appointment.objects.get().code
    assert booked["Location"] == f"/hen/ma/{code}"
    assert code in client.get(f"/hen/ma/{code.lower()}").content.decode()
    found = client.post("/hen/ma", {"code": f" {code} "})
    assert found["Location"] == f"/hen/ma/{code}"

    client.post(f"/hen/ma/{code}", {"key": uuid4()})
    assert Appointment.objects.get().state == "cancelled"
    assert client.post(f"/hen/ma/{code}", {"key": uuid4()}).status_code == 409


@pytest.mark.parametrize(
    ("at", "letter", "status"),
    [
        ("", "A", 422),
        ("tomorrow", "A", 422),
        ("2026-07-06T09:00", "A", 422),
        ("0001-01-01T00:00:00+07:00", "A", 422),
        ("good", "Z", 409),
    ],
)
def test_a_wrong_time_or_line_is_refused_and_nothing_is_booked(
    client: Client, centre: AgencyCard, at: str, letter: str, status: int
) -> None:
    at = free_slots(centre.id, at=clock.now())[0].isoformat() if at == "good" else at

    answer = client.post(f"/hen/{centre.code}", {"key": uuid4(), "letter": letter, "at": at})

    assert answer.status_code == status
    assert not Appointment.objects.exists()


def test_one_client_books_ten_times_a_quarter_of_an_hour(
    client: Client, centre: AgencyCard
) -> None:
    slots: list[datetime] = list(free_slots(centre.id, at=clock.now()))
    statuses = [
        client.post(
            f"/hen/{centre.code}", {"key": uuid4(), "letter": "A", "at": slot.isoformat()}
        ).status_code
        for slot in slots[:11]
    ]

    assert statuses == [303] * 10 + [429]


def test_a_centre_without_lines_says_so(client: Client, reference: None) -> None:  # noqa: F811
    code = units.one_stops()[0].code

    assert "Không còn giờ trống" in client.get(f"/hen/{code}").content.decode()
    assert client.get(f"/man-hinh/{code}").status_code == 200
    assert client.get("/hen").status_code == 200
