# SPDX-License-Identifier: Apache-2.0
"""The queue in both languages: at the window, on the wall, at the machine, on a telephone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from uuid import uuid4

import pytest
from django.test import Client

from motcua.domains.counters.acts.load_demo_counters import load_demo_counters
from motcua.domains.units import queries as units
from motcua.kit import clock
from tests.domains.dossiers.conftest import Town
from tests.faces.desk.conftest import Desks
from tests.faces.looking import faults_of

QUEUE = "/desk/queue"


def press(client: Client, act: str, **fields: object) -> str:
    """Press a button of the queue; returns the page it leads to."""
    answer = client.post(f"{QUEUE}/{act}", {"key": str(uuid4()), **fields}, follow=True)
    return str(answer.content.decode())


def ticket_of(page: str) -> str:
    found = re.search(r'name="ticket" value="(\d+)"', page)
    assert found
    return found[1]


def booked(person: Client, town: Town) -> Mapping[str, bytes]:
    """The way of a person who books a time at the centre."""
    shown = {"/centres": person.get("/hen").content}
    shown["/none"] = person.get("/hen", {"q": "không đâu"}).content
    book = f"/hen/{units.agency(town.centre_id).code}"
    shown["/times"] = person.get(book).content
    moment = re.search(r'name="at" value="([^"]+)"', shown["/times"].decode())
    assert moment
    wish = {"key": str(uuid4()), "letter": "A", "at": moment[1]}
    shown["/appointment"] = person.post(book, wish, follow=True).content
    return shown


def pages(town: Town, desk_of: Desks, language: str) -> Mapping[str, bytes]:
    """Every page of a morning: numbers given, called, held, missed and served; an appointment."""
    load_demo_counters(at=clock.now())
    officer, person = desk_of(town.counter), Client()
    for client in (officer, person):
        client.cookies["language"] = language
    shown = {"/choose": officer.get(QUEUE).content}
    given = [press(officer, "give", letter=letter) for letter in "ABCAB"]
    shown["/ticket"] = given[0].encode()
    window = re.search(r'name="window" value="(\d+)"', shown["/choose"].decode())
    assert window
    shown["/opened"] = press(officer, "open", window=window[1]).encode()
    for act in ("hold", "miss"):
        press(officer, act, ticket=ticket_of(press(officer, "next")))
    shown["/called"] = press(officer, "next").encode()
    ticket = ticket_of(shown["/called"].decode())
    wall = f"/man-hinh/{units.agency(town.centre_id).code}"
    shown["/wall"] = person.get(wall).content
    shown["/serving"] = press(officer, "serve", ticket=ticket).encode()
    machine = re.search(r'href="(/lay-so/[^"]+)"', shown["/called"].decode())
    assert machine
    shown["/machine"] = person.get(machine[1]).content
    sent = {"key": str(uuid4()), "letter": "A"}
    taken = person.post(machine[1], sent, follow=True)
    shown["/given"] = taken.content
    shown["/number"] = person.get(f"/so/{taken.request['PATH_INFO'].split('/')[-1]}").content
    shown["/wrong-code"] = person.post(machine[1], {"key": str(uuid4()), "code": "X"}).content
    return shown | booked(person, town)


@pytest.mark.browser
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_page_of_the_queue_is_accessible_and_fits_a_telephone(
    town: Town, desk_of: Desks, language: str
) -> None:
    assert faults_of(pages(town, desk_of, language)) == []


def test_enter_alone_calls_and_serves(town: Town, desk_of: Desks) -> None:
    shown = pages(town, desk_of, "vi")

    focused = {
        name: re.findall(r"<(?:button|a|input)[^>]*data-focus[^>]*>", shown[name].decode())
        for name in ("/choose", "/opened", "/called", "/serving")
    }

    assert [len(found) for found in focused.values()] == [1, 1, 1, 1]
    assert 'formaction="/desk/queue/serve"' in focused["/called"][0]
    assert "/desk/reception" in focused["/serving"][0]


def test_one_person_is_no_people(town: Town, desk_of: Desks) -> None:
    shown = pages(town, desk_of, "en")

    assert "called once" in shown["/called"].decode()
    assert "0 people wait before this number" in shown["/ticket"].decode()
    assert not re.search(
        r"\b1 (people|minutes|times)\b", "".join(map(bytes.decode, shown.values()))
    )
