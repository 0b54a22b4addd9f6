# SPDX-License-Identifier: Apache-2.0
"""The page of a procedure."""

from __future__ import annotations

import gzip
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.utils import translation

from motcua.domains.procedures import queries as procedures
from motcua.domains.procedures.reading import terms
from motcua.faces.portal.procedure_view import procedure_view
from tests.faces.portal.conftest import CODE, Browser


def test_it_tells_limits_papers_fee_and_steps(guest: Browser) -> None:
    page = guest.get(f"/thu-tuc/{CODE}").content.decode()

    for words in ("10 ngày làm việc", "5 ngày làm việc", "Bản vẽ", "75.000", "Thẩm định"):
        assert words in page


def test_limits_that_differ_by_channel_are_told_apart(guest: Browser) -> None:
    on = date(2026, 7, 3)
    stated = {"legal": "30wd", "committed": "30wd", "legal_by_channel": {"online": "20wd"}}
    version = replace(procedures.current(CODE, on), terms=terms({"limit": stated}))

    with translation.override("vi"):
        shown = procedure_view(version, (), on)

    assert shown.by_channel == (
        ("Tại quầy một cửa", "30 ngày làm việc"),
        ("Trực tuyến", "20 ngày làm việc"),
        ("Qua bưu chính công ích", "30 ngày làm việc"),
    )


def test_it_speaks_the_language_of_the_cookie(guest: Browser) -> None:
    guest.cookies["language"] = "en"

    page = guest.get(f"/thu-tuc/{CODE}").content.decode()

    assert '<html lang="en">' in page
    assert "Trial permit" in page


def test_the_second_reader_costs_no_query_no_session_and_no_token(
    guest: Browser, django_assert_num_queries: Any
) -> None:
    guest.get(f"/thu-tuc/{CODE}")

    with django_assert_num_queries(0):
        answer = guest.get(f"/thu-tuc/{CODE}")

    assert not answer.cookies
    assert b"csrfmiddlewaretoken" not in answer.content


def test_a_browser_that_has_the_page_gets_304(guest: Browser) -> None:
    first = guest.get(f"/thu-tuc/{CODE}")

    again = guest.get(f"/thu-tuc/{CODE}", headers={"If-None-Match": first["ETag"]})

    assert again.status_code == 304
    assert again.content == b""
    assert "Cookie" in first["Vary"]


def test_a_changed_language_is_another_page(guest: Browser) -> None:
    first = guest.get(f"/thu-tuc/{CODE}")
    guest.cookies["language"] = "en"

    again = guest.get(f"/thu-tuc/{CODE}", headers={"If-None-Match": first["ETag"]})

    assert again.status_code == 200


def test_it_is_sent_packed_to_whoever_can_unpack(guest: Browser) -> None:
    plain = guest.get(f"/thu-tuc/{CODE}").content

    packed = guest.get(f"/thu-tuc/{CODE}", headers={"Accept-Encoding": "gzip, br"})

    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain


@pytest.mark.parametrize("code", ["9.999999", "x" * 300, "%00", "<b>"])
def test_an_unknown_procedure_is_404(guest: Browser, code: str) -> None:
    assert guest.get(f"/thu-tuc/{code}").status_code == 404


def test_without_local_submission_there_is_no_start(guest: Browser, settings: Any) -> None:
    settings.LOCAL_SUBMISSION = False

    page = guest.get(f"/thu-tuc/{CODE}").content.decode()

    assert f'href="/nop/{CODE}"' not in page


def test_whether_it_is_for_me_is_answered_plainly(guest: Browser) -> None:
    asked = guest.get(f"/thu-tuc/{CODE}/danh-cho-toi").content.decode()
    names = [name for name in ("ca-nhan", "cong-dan", "to-chuc", "noi-o", "giay-to")
             if f'name="{name}"' in asked]  # fmt: skip

    fits = guest.get(f"/thu-tuc/{CODE}/danh-cho-toi", dict.fromkeys(names, "yes"))
    not_yet = guest.get(f"/thu-tuc/{CODE}/danh-cho-toi", dict.fromkeys(names, "no"))

    assert names
    assert "Có, thủ tục này dành cho ông/bà." in fits.content.decode()
    assert "Có, thủ tục này dành cho ông/bà." not in not_yet.content.decode()
