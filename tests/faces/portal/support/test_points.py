# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from motcua.domains.support.acts.open_support_point import open_support_point
from motcua.domains.units import queries as units
from motcua.faces.design.rendered import SHELF
from motcua.kit import clock
from tests.domains.support.conftest import Place, by
from tests.domains.support.points import new_point
from tests.faces.portal.conftest import Browser


def opened(place: Place, **changes: object) -> None:
    point = new_point(place, valid_from=clock.today(), **changes)
    open_support_point(by=by(place.admin, clock.now()), point=point)


def test_points_are_listed_by_commune_with_their_hours(guest: Browser, place: Place) -> None:
    opened(place, name="Nhà văn hóa <b>Đoài</b>")
    here = units.agency(place.unit_id).commune_code
    there = units.agency(place.other_id).commune_code

    every = guest.get("/diem-ho-tro").content.decode()
    mine = guest.get(f"/diem-ho-tro?xa={here}").content.decode()
    other = guest.get(f"/diem-ho-tro?xa={there}").content.decode()

    assert "Nhà văn hóa &lt;b&gt;Đoài" in every and "07:30-11:30, 18:00-20:30" in every
    assert "Đoài" in mine and "Đoài" not in other


def test_nonsense_for_a_commune_shows_all(guest: Browser, place: Place) -> None:
    opened(place)
    SHELF.clear()

    for query in ("xa=abc", "xa=%00", "xa=" + "9" * 5000, "xa=²²²²²"):
        answer = guest.get(f"/diem-ho-tro?{query}")
        assert answer.status_code == 200 and "Đoài" in answer.content.decode()
