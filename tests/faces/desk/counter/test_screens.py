# SPDX-License-Identifier: Apache-2.0
"""The counter's pages as a browser sees them: accessible, and narrow enough for a telephone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from motcua.domains.dossiers.models import Dossier
from tests.domains.dossiers.conftest import Town
from tests.domains.dossiers.fetching import NUMBER, SON, posted, ready
from tests.faces.desk.conftest import Desks, post
from tests.faces.desk.counter.test_card_place import card_of
from tests.faces.desk.counter.test_handovers import LISTS, given
from tests.faces.desk.counter.test_take_in import CARD, ID, scanned
from tests.faces.desk.test_reception import ADDRESS, filled
from tests.faces.looking import faults_of

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def store(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def pages(town: Town, desk_of: Desks, language: str) -> Mapping[str, bytes]:
    """Every page of the counter, with as much on it as there can be."""
    counter, specialist = desk_of(town.counter), desk_of(town.specialist)
    for client in (counter, specialist):
        client.cookies["language"] = language
    counter.post(ADDRESS, filled(town, **ID))
    first = Dossier.objects.get().code
    together = {"at:with": first, "at:beside": first, "at:anyway": "on"}
    receipt = counter.post(ADDRESS, filled(town, **ID, **together))["Location"]
    one, two = town.received(), town.received()
    address = given(town, counter, one, two)
    before = specialist.get(address).content
    refused = {"key": str(uuid4()), "confirm": [one], f"reason:{two}": "Thiếu bản vẽ gốc"}
    specialist.post(address, refused)
    sent, decided = posted(town), ready(town)
    came_back = posted(town, "EB000000001VN")
    post(counter, came_back, "settle_parcel", delivered="no", note="Sai địa chỉ")
    collected = ready(town)
    post(
        counter, collected, "return_result", to="counter", collects="else", relation="con",
        collector_name=SON.name, collector_id_number=SON.id_number, statement=SON.statement,
    )  # fmt: skip
    return {
        "/found": counter.get("/desk/reception?find=%").content,
        "/again": counter.get(f"/desk/reception?with={first}").content,
        "/again-form": counter.get(f"{ADDRESS}?with={first}").content,
        "/scanned": counter.post(ADDRESS, scanned(town)).content,
        "/several": counter.post(ADDRESS, scanned(town, **card_of("Đồng Tiến, Bắc Giang"))).content,
        "/choose": counter.get("/desk/reception").content,
        "/misread": counter.post(ADDRESS, scanned(town, **{"at:card": CARD[:40]})).content,
        "/warned": counter.post(ADDRESS, filled(town, **ID)).content,
        "/together": counter.get(receipt).content,
        "/lists": counter.get(LISTS).content,
        "/unmade": counter.post(LISTS, {"key": str(uuid4())}).content,
        "/to-settle": before,
        "/settled": counter.get(address).content,
        "/travels": counter.get(f"/desk/{two}").content,
        "/decided": counter.get(f"/desk/{decided}").content,
        "/unproved": post(counter, decided, "return_result", collects="else").content,
        "/posted": counter.get(f"/desk/{sent}").content,
        "/came-back": counter.get(f"/desk/{came_back}").content,
        "/collected": counter.get(f"/desk/{collected}").content,
        "/returns": counter.get("/desk/returns").content,
    }


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_page_of_the_counter_is_accessible_and_fits_a_telephone(
    town: Town, desk_of: Desks, language: str
) -> None:
    assert faults_of(pages(town, desk_of, language)) == []


def test_a_parcel_keeps_its_number_on_the_pages(town: Town, desk_of: Desks) -> None:
    drawn = pages(town, desk_of, "vi")

    assert NUMBER.encode() in drawn["/posted"]
    assert SON.name.encode() in drawn["/collected"]
