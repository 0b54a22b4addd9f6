# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from motcua.domains.quality.models import DayCount, PetitionFact
from motcua.domains.quality.queries import Figures
from motcua.domains.units import queries as units
from motcua.faces.board.today import share
from motcua.faces.design.rendered import SHELF
from motcua.kit import clock

PAGE = "/hom-nay"


def count(code: str, days_ago: int = 0, **numbers: int) -> None:
    on = clock.today() - timedelta(days=days_ago)
    DayCount.objects.create(unit_id=units.agency_by_code(code).id, on=on, **numbers)


def text_of(client: Client, language: str = "vi") -> str:
    client.cookies["language"] = language
    page = client.get(PAGE)
    assert page.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.content.decode()))


@pytest.mark.usefixtures("reference")
def test_the_figures_of_today_are_those_counted(client: Client) -> None:
    count("BN-SXD", submitted=1234, received=9, ended=8, ended_on_time=7, returned=6)
    count("BN-SXD", days_ago=1, submitted=55, ended=1)

    text = text_of(client)

    assert "1.234" in text
    assert "87,5%" in text  # 7 of 8 today
    assert "77,8%" in text  # 7 of 9 in the week
    assert "55" in text


@pytest.mark.usefixtures("reference")
def test_days_before_the_last_seven_do_not_count(client: Client) -> None:
    count("BN-SXD", days_ago=7, submitted=4321)

    assert "4.321" not in text_of(client)


@pytest.mark.usefixtures("reference")
def test_units_stand_in_vietnamese_order_and_only_those_with_dossiers(client: Client) -> None:
    cards = [card for card in units.agencies() if card.kind == "people_committee"][:9]
    for card in reversed(cards[:-1]):
        count(card.code, submitted=1)

    text = text_of(client)

    places = [text.index(f"{card.name_vi} 1 0") for card in cards[:-1]]
    assert places == sorted(places)
    assert cards[-1].name_vi + " 0" not in text


@pytest.mark.usefixtures("reference")
def test_the_page_speaks_english_too_and_says_that_figures_are_invented(client: Client) -> None:
    count("BN-SXD", ended=8, ended_on_time=7)

    text = text_of(client, "en")

    assert "How dossiers are handled today" in text
    assert "87,5%" in text
    assert "Synthetic" in text


@pytest.mark.usefixtures("reference")
def test_a_day_without_dossiers_is_told_plainly(client: Client) -> None:
    assert "Chưa có số liệu" in text_of(client)


@pytest.mark.usefixtures("reference")
def test_a_browser_that_has_the_page_gets_it_once(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    etag = client.get(PAGE)["ETag"]

    with django_assert_num_queries(0):
        again = client.get(PAGE, headers={"If-None-Match": etag})

    assert again.status_code == 304


@pytest.mark.usefixtures("reference")
def test_all_units_cost_a_handful_of_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for card in units.agencies():
        count(card.code, submitted=1)
    SHELF.clear()

    with django_assert_max_num_queries(8):
        page = client.get(PAGE)

    assert page.content.count(b'<th scope="row">') == len(units.agencies())


@pytest.mark.parametrize(
    ("ended", "on_time", "words"), [(0, 0, "–"), (8, 8, "100%"), (3, 2, "66,7%")]
)
def test_the_share_on_time_is_of_what_was_decided(ended: int, on_time: int, words: str) -> None:
    assert share(Figures(0, 0, ended, on_time, 0)) == words


@pytest.mark.usefixtures("reference")
def test_petitions_are_counted_and_what_missed_its_clock_is_late(client: Client) -> None:
    now = clock.now()
    soon, past = now + timedelta(days=3), now - timedelta(hours=1)
    filed = [(1, soon, False), (2, past, False), (3, soon, True), (8, past, True)]
    for days, due_at, late in filed:
        PetitionFact.objects.create(
            petition_code=f"PA-{days}", unit_id=units.agency_by_code("BN-SXD").id,
            filed_at=now - timedelta(days=days), resolve_due_at=due_at, late=late,
            national_class="open", repeated=False, last_event_id=1,
        )  # fmt: skip

    text = text_of(client, "en")

    assert "Petitions received 3 Answered or still in time 1 Late 2" in text
