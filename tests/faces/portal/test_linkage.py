# SPDX-License-Identifier: Apache-2.0
"""One application for several procedures on the portal: filled once, followed on one page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from motcua.domains.dossiers.acts.receive import receive
from motcua.domains.dossiers.models import Dossier, Linkage
from motcua.domains.dossiers.queries.applicant import secret_of
from motcua.domains.procedures import queries as procedures
from motcua.rules.forms import Form
from tests.builders import by, vn
from tests.domains.dossiers.interlinked import (  # noqa: F401
    ANSWERS,
    GROUP,
    Family,
    family,
    group_data,
    group_published,
    one_page,
)
from tests.faces.portal.conftest import Browser, hidden, pdf, signed_in


def flat(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Answers as a form posts them."""
    if isinstance(value, dict):
        for part, below in value.items():
            yield from flat(below, f"{name}.{part}" if name else part)
    elif isinstance(value, bool):
        yield name, "true" if value else "false"
    else:
        yield name, str(value)


POSTED = dict(flat(ANSWERS))


def fill(browser: Browser, family: Family) -> None:  # noqa: F811
    """Fill in the whole form and attach the one paper."""
    browser.post(f"/nop/{GROUP}", {"unit": family.commune_id})
    form: Form = procedures.version(family.version_id).form
    for page in form.pages:
        here = {
            name: value
            for name, value in POSTED.items()
            if any(name == one.name or name.startswith(f"{one.name}.") for one in page.fields)
        }
        answer = browser.fill(page.name, **dated(here))
        assert answer.status_code == 303, (page.name, answer.content.decode()[:3000])
    browser.attach(pdf(content=one_page()), component="birth_notice")


def dated(values: dict[str, str]) -> dict[str, str]:
    """Dates as people write them."""
    return {
        name: "/".join(reversed(value.split("-"))) if name.endswith("_on") else value
        for name, value in values.items()
    }


def handed_in(browser: Browser, family: Family) -> str:  # noqa: F811
    """Fill in and submit; the code of the linkage."""
    fill(browser, family)
    answer = browser.post("/nop/gui", hidden(browser.get("/nop/xem-lai")))
    assert answer.status_code == 303, answer.content.decode()[:3000]
    return Linkage.objects.get().code


@pytest.fixture
def guest(family: Family) -> Browser:  # noqa: F811
    return Browser(raise_request_exception=False)


def test_a_guest_submits_once_and_follows_all_parts_with_one_secret(
    guest: Browser,
    family: Family,  # noqa: F811
) -> None:
    code = handed_in(guest, family)

    receipt = guest.get(f"/ho-so/da-nop/{code}", follow=True).content.decode()
    assert code in receipt and "Đăng ký thường trú" in receipt
    stranger = Browser(raise_request_exception=False)
    page = stranger.post("/tra-cuu", {"code": code, "secret": secret_of(code)}).content.decode()
    assert page.count("<tr") == 4
    assert Dossier.objects.get().code in page
    assert "Chưa bắt đầu" in page


def test_a_wrong_secret_shows_nothing(guest: Browser, family: Family) -> None:  # noqa: F811
    code = handed_in(guest, family)

    answer = Browser(raise_request_exception=False).post(
        "/tra-cuu", {"code": code, "secret": "AAAAA AAAAA"}
    )

    assert answer.status_code == 404
    assert "Nguyễn Văn Minh" not in answer.content.decode()


def test_the_second_click_makes_no_second_application(
    guest: Browser,
    family: Family,  # noqa: F811
) -> None:
    fill(guest, family)
    last = hidden(guest.get("/nop/xem-lai"))

    first, second = guest.post("/nop/gui", last), guest.post("/nop/gui", last)

    assert first["Location"] == second["Location"]
    assert Linkage.objects.count() == Dossier.objects.count() == 1


def test_the_page_of_the_group_names_its_members(guest: Browser) -> None:
    page = guest.get(f"/thu-tuc/{GROUP}").content.decode()

    assert "Đăng ký thường trú" in page and "/thu-tuc/1.004222" in page


def test_a_late_part_is_red_and_named(family: Family) -> None:  # noqa: F811
    code = family.submitted()
    birth = family.parts(code)["birth"].dossier_code
    receive(by=by(family.counter, vn("2026-07-03 10:00")), code=birth)

    page = signed_in(family.citizen).get(f"/lien-thong/{code}").content.decode()

    assert '<tr class="late">' in page
    assert "Có phần trễ hạn" in page


def test_somebody_else_sees_nothing(family: Family) -> None:  # noqa: F811
    code = family.submitted()

    answer = Browser(raise_request_exception=False).get(f"/lien-thong/{code}")

    assert answer.status_code == 303 and answer["Location"].startswith("/tra-cuu")


def test_the_applicant_may_wish_for_each_result_at_once(family: Family) -> None:  # noqa: F811
    code = family.submitted()
    browser = signed_in(family.citizen)
    page = browser.get(f"/lien-thong/{code}")

    answer = browser.post(f"/lien-thong/{code}/tung-phan", hidden(page))

    assert answer.status_code == 303
    assert Linkage.objects.get(code=code).in_parts


def test_a_part_leads_back_to_the_whole(family: Family) -> None:  # noqa: F811
    code = family.submitted()
    birth = family.parts(code)["birth"].dossier_code

    page = signed_in(family.citizen).get(f"/ho-so/{birth}").content.decode()

    assert f"/lien-thong/{code}" in page
    assert code in signed_in(family.citizen).get("/ho-so").content.decode()
