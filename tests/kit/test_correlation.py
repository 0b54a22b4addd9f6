# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import logging
import re

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client

from motcua.kit import correlation
from motcua.kit.correlation import HEADER, Correlation, Numbered

NUMBER = re.compile(r"[0-9a-f]{12}")


def test_each_answer_carries_a_number_of_its_own(db: None) -> None:
    client = Client()

    first, second = client.get("/khong-co"), client.get("/khong-co")

    assert NUMBER.fullmatch(first[HEADER]) and NUMBER.fullmatch(second[HEADER])
    assert first[HEADER] != second[HEADER]


def test_a_number_from_outside_is_not_believed(db: None) -> None:
    answer = Client().get("/khong-co", headers={"x-request-id": "<script>"})

    assert NUMBER.fullmatch(answer[HEADER])


def test_log_lines_of_a_request_carry_its_number(caplog: pytest.LogCaptureFixture) -> None:
    caplog.handler.addFilter(Numbered())
    seen: list[str] = []

    def view(request: HttpRequest) -> HttpResponse:
        seen.append(request.correlation)
        logging.getLogger("planted").warning("something")
        return HttpResponse()

    Correlation(view)(HttpRequest())

    assert [record.correlation for record in caplog.records] == seen
    assert correlation.number() == "-"


def test_the_number_is_forgotten_when_the_view_breaks() -> None:
    def view(request: HttpRequest) -> HttpResponse:
        raise ValueError

    with pytest.raises(ValueError):
        Correlation(view)(HttpRequest())

    assert correlation.number() == "-"


def test_an_error_page_shows_the_number_of_its_own_request(db: None) -> None:
    answer = Client().get("/khong-co")

    assert answer[HEADER] in answer.content.decode()


def test_the_line_about_a_refused_page_carries_the_number_of_that_page(
    db: None, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.handler.addFilter(Numbered())
    django = logging.getLogger("django")
    django.addHandler(caplog.handler)

    answer = Client().get("/khong-co")
    django.removeHandler(caplog.handler)

    refused = [record for record in caplog.records if record.name == "django.request"]
    assert {record.correlation for record in refused} == {answer[HEADER]}
