# SPDX-License-Identifier: Apache-2.0
"""Home page and search."""

from __future__ import annotations

from typing import Any

import pytest

from tests.faces.portal.conftest import CODE, Browser


@pytest.mark.parametrize("text", ["cấp giấy phép", "cap giay phep", "cap giay phepp", CODE])
def test_a_procedure_is_found_without_accents_with_slips_and_by_code(
    guest: Browser, text: str
) -> None:
    answer = guest.get("/thu-tuc", {"q": text})

    assert f'href="/thu-tuc/{CODE}"' in answer.content.decode()


def test_the_list_narrows_to_whom_a_procedure_is_for(guest: Browser) -> None:
    for_all = guest.get("/thu-tuc").content.decode()
    for_foreigners = guest.get("/thu-tuc", {"cho": "nuoc-ngoai"}).content.decode()

    assert CODE in for_all
    assert CODE not in for_foreigners


def test_nothing_found_says_so_and_offers_everything(guest: Browser) -> None:
    answer = guest.get("/thu-tuc", {"q": "zzzz qqqq"})

    assert answer.status_code == 200
    assert "Không tìm thấy" in answer.content.decode()


@pytest.mark.parametrize(
    "query",
    [{"q": "x" * 10_000}, {"q": "\x00"}, {"sau": "bịa"}, {"cap": "moon"}, {"linh-vuc": "\x00"}],
)
def test_odd_queries_show_a_list(guest: Browser, query: dict[str, str]) -> None:
    assert guest.get("/thu-tuc", query).status_code == 200


def test_what_was_typed_is_never_markup(guest: Browser) -> None:
    page = guest.get("/thu-tuc", {"q": "<script>alert(1)</script>"}).content.decode()

    assert "<script>alert" not in page


def test_home_asks_the_database_nothing_the_second_time(
    guest: Browser, django_assert_num_queries: Any
) -> None:
    guest.get("/")

    with django_assert_num_queries(0):
        answer = guest.get("/")

    assert answer.status_code == 200


def test_home_says_where_the_law_sends_people(guest: Browser, settings: Any) -> None:
    settings.LOCAL_SUBMISSION = False

    page = guest.get("/").content.decode()

    assert "dichvucong.gov.vn" in page
