# SPDX-License-Identifier: Apache-2.0
"""The invented administrators and the director of a demonstration find their screens open."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client

from motcua.domains.people.acts.load_demo_people import load_demo_people
from motcua.domains.people.acts.sign_in import sign_in
from motcua.domains.units import queries as units
from motcua.domains.units.acts.load_reference import load_reference
from motcua.kit import clock, datafiles
from tests.faces.desk.conftest import OFFICE

ADMINISTRATORS = {"09187": "trangntt113", "09190": "thangnd114"}


def client_of(name: str) -> Client:
    """A browser in which this invented official has signed in."""
    password = datafiles.read_yaml("demo/demo.yaml")["password"]
    client = Client()
    key = sign_in(name=name, password=password, origin=OFFICE, at=clock.now()).key
    client.cookies[settings.SESSION_COOKIE_NAME] = key
    return client


@pytest.fixture
def demo(db: None) -> None:
    load_reference(at=clock.now())
    load_demo_people(at=clock.now())


def test_administrators_open_every_screen_of_committee_and_centre(demo: None) -> None:
    for commune, name in ADMINISTRATORS.items():
        client = client_of(name)
        committee = units.agency_by_code(commune)
        menu = client.get("/desk/", follow=True).content.decode()

        assert 'href="/desk/unit/people"' in menu
        assert 'href="/desk/queue/arrange"' in menu
        assert client.get("/desk/queue/arrange").status_code == 200
        for unit_id in (committee.id, committee.one_stop_id):
            for page in ("people", "steps", "accounts", "points"):
                found = client.get(f"/desk/unit/{page}?unit={unit_id}")

                assert found.status_code == 200, (name, page)
                assert units.agency(unit_id).name_vi in found.content.decode()


def test_the_director_of_the_demonstration_reads_reports(demo: None) -> None:
    client = client_of("maivt109")

    assert 'href="/desk/reports"' in client.get("/desk/", follow=True).content.decode()
    assert client.get("/desk/reports").status_code == 200


def test_who_administers_no_centre_is_not_shown_its_windows(demo: None) -> None:
    client = client_of("ngact112")

    menu = client.get("/desk/", follow=True).content.decode()

    assert 'href="/desk/unit/people"' in menu
    assert 'href="/desk/queue/arrange"' not in menu
