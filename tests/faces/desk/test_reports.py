# SPDX-License-Identifier: Apache-2.0
"""Reports on screen and as files: each number opens its list, each reader sees own units only."""

from __future__ import annotations

import io
import re
import zipfile
from html import unescape
from typing import Any

import pypdf
import pytest
from django.test import Client

from motcua.domains.dossiers.models import Dossier
from motcua.domains.quality.acts.fold_events import fold_events
from motcua.faces.desk.reports.wording import COLUMNS
from motcua.kit import clock, relay
from motcua.kit.access import Role
from motcua.kit.models import DataUse
from tests.builders import official
from tests.domains.dossiers.conftest import Town
from tests.domains.dossiers.slips.walked import asked, extended, returned, stopped
from tests.faces.desk.conftest import Desks, text

JULY = "from=01/07/2026&to=31/07/2026"


@pytest.fixture
def peopled(town: Town, settings: Any, tmp_path: Any) -> Town:
    """Dossiers of every fate, folded into facts."""
    settings.MEDIA_ROOT = tmp_path
    for make in (returned, asked, extended, stopped):
        make(town)
    while relay.turn(relay.Wiring(handlers={}, folders=(fold_events,)), at=clock.now()):
        pass
    return town


def numbers(page: str) -> list[tuple[str, int]]:
    """Every linked number of a table, with its address."""
    found = re.findall(r'<a href="(/desk/reports/dossiers\?[^"]+)">([\d.]+)</a>', page)
    return [(unescape(address), int(shown.replace(".", ""))) for address, shown in found]


def heading(page: str) -> int:
    found = re.search(r"<h1>[^<]*: ([\d.]+)</h1>", page)
    assert found
    return int(found[1].replace(".", ""))


@pytest.mark.parametrize("by", ["unit", "field", "procedure", "officer", "channel"])
def test_every_number_opens_a_list_of_that_many(peopled: Town, desk_of: Desks, by: str) -> None:
    desk = desk_of(peopled.leader)

    found = numbers(text(desk.get(f"/desk/reports?{JULY}&by={by}")))

    assert len(found) > 8
    for address, shown in found:
        page = text(desk.get(address))
        assert heading(page) == shown == len(re.findall(r'<a class="code nowrap"', page))


def test_another_unit_sees_none_of_it(peopled: Town, desk_of: Desks) -> None:
    stranger = desk_of(official("Lạ", ("H05.92", Role.SPECIALIST)))

    assert numbers(text(stranger.get(f"/desk/reports?{JULY}"))) == []
    page = text(stranger.get(f"/desk/reports/dossiers?{JULY}&number=received"))
    assert heading(page) == 0


def test_a_director_sees_the_province_but_opens_no_dossier(peopled: Town, desk_of: Desks) -> None:
    director = desk_of(official("Giám đốc", ("H05", Role.DIRECTOR)))

    found = numbers(text(director.get(f"/desk/reports?{JULY}")))
    page = text(director.get(found[0][0]))

    assert found and heading(page) == found[0][1]
    assert '<a class="code nowrap"' not in page and "Nguyễn Thị Lan" not in page


@pytest.mark.parametrize("page", ["register", "register.csv", "register.pdf"])
def test_a_director_reads_no_register_with_its_names(town: Town, desk_of: Desks, page: str) -> None:
    director = desk_of(official("Giám đốc", ("H05", Role.DIRECTOR)))

    assert director.get(f"/desk/reports/{page}?{JULY}").status_code == 403


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.CONFIGURATOR])
@pytest.mark.parametrize(
    "page", ["reports", "reports/dossiers", "reports/statistics.csv", "reports/register",
             "reports/register.pdf"],
)  # fmt: skip
def test_technical_posts_see_no_report(town: Town, desk_of: Desks, role: Role, page: str) -> None:
    technician = desk_of(official("Kỹ thuật", ("H05", role)))

    assert technician.get(f"/desk/{page}").status_code == 403


@pytest.mark.parametrize(
    ("period", "sentence"),
    [
        ("from=31/07/2026&to=01/07/2026", "trước ngày đầu"),
        ("from=01/01/2020&to=01/07/2026", "ba năm"),
        ("from=32/13/2026&to=01/07/2026", "ngày"),
        ("from=%00&to='", "ngày"),
    ],
)
@pytest.mark.parametrize("page", ["reports", "reports/register"])
def test_a_bad_period_is_told_on_the_page(
    town: Town, desk_of: Desks, page: str, period: str, sentence: str
) -> None:
    answer = desk_of(town.leader).get(f"/desk/{page}?{period}")

    assert answer.status_code == 422
    assert "error-summary" in text(answer) and sentence in text(answer)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("reports?by=nonsense", 200),
        ("reports/dossiers?number=nonsense", 404),
        ("reports/dossiers?number=open&skip=-1", 200),
        ("reports/dossiers?number=open&skip=99999999999", 200),
        ("reports/dossiers?number=open&by=unit&key=1%20OR%201=1", 200),
        ("reports/statistics.exe", 404),
        ("reports/register.exe", 404),
        ("reports/register?unit=999999", 403),
        ("reports/register?unit=x", 403),
    ],
)
def test_bad_questions_are_answered(
    peopled: Town, desk_of: Desks, address: str, status: int
) -> None:
    assert desk_of(peopled.leader).get(f"/desk/{address}").status_code == status


def test_the_files_hold_the_numbers_of_the_page(peopled: Town, desk_of: Desks) -> None:
    desk = desk_of(peopled.leader)
    page = text(desk.get(f"/desk/reports?{JULY}"))

    csv = body(desk.get(f"/desk/reports/statistics.csv?{JULY}")).decode("utf-8-sig")
    book = body(desk.get(f"/desk/reports/statistics.xlsx?{JULY}"))

    last = csv.strip().splitlines()[-1].split(",")
    shown = dict(re.findall(r"number=(\w+)\">([\d.]+)</a></strong>", page))
    assert {name: last[place] for place, name in enumerate(COLUMNS, 1) if last[place] != "0"} == (
        shown
    )
    assert zipfile.ZipFile(io.BytesIO(book)).testzip() is None


def test_the_register_comes_on_screen_and_as_three_files(peopled: Town, desk_of: Desks) -> None:
    desk = desk_of(peopled.counter)

    page = text(desk.get(f"/desk/reports/register?{JULY}"))
    pdf = pypdf.PdfReader(io.BytesIO(desk.get(f"/desk/reports/register.pdf?{JULY}").content))
    csv = body(desk.get(f"/desk/reports/register.csv?{JULY}")).decode("utf-8-sig")
    book = body(desk.get(f"/desk/reports/register.xlsx?{JULY}"))

    codes = re.findall(r'href="/desk/(H05[^"]+)"', page)
    assert len(codes) == 4
    printed = "".join(page.extract_text() for page in pdf.pages).replace("\n", "")
    assert all(code in csv and code in printed for code in codes)
    assert book.startswith(b"PK")


def test_a_name_that_looks_like_a_formula_is_escaped_in_the_register(
    town: Town, desk_of: Desks, settings: Any, tmp_path: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path
    code = town.received()
    Dossier.objects.filter(code=code).update(applicant_name="=HYPERLINK(1)")
    while relay.turn(relay.Wiring(handlers={}, folders=(fold_events,)), at=clock.now()):
        pass

    csv = body(desk_of(town.counter).get(f"/desk/reports/register.csv?{JULY}")).decode("utf-8-sig")

    assert code in csv and "'=HYPERLINK" in csv and ",=HYPERLINK" not in csv


def test_every_look_is_written_down(peopled: Town, desk_of: Desks) -> None:
    desk_of(peopled.leader).get(f"/desk/reports/dossiers?{JULY}&number=received")

    seen = DataUse.objects.get(page="desk/report")
    assert len(seen.subjects) == 4 and seen.purpose == "reporting"


def body(answer: Any) -> bytes:
    assert answer.status_code == 200
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_english_pages_speak_english(peopled: Town, desk_of: Desks) -> None:
    desk: Client = desk_of(peopled.leader)
    desk.cookies["language"] = "en"

    page = text(desk.get(f"/desk/reports?{JULY}"))

    assert "Statistics of dossiers" in page and "Carried over" in page


@pytest.mark.parametrize(
    ("query", "status"),
    [
        (f"skip={'9' * 5_000}", 200),
        (f"skip={'9' * 30}", 200),
        ("by=procedure&key=%00", 404),
        ("by=officer&key=a%00b", 404),
        ("by=unit&key=x", 200),
    ],
)
def test_what_no_link_asks_for_breaks_no_list(
    town: Town, desk_of: Desks, query: str, status: int
) -> None:
    answer = desk_of(town.leader).get(f"/desk/reports/dossiers?{JULY}&number=received&{query}")

    assert answer.status_code == status


def test_a_unit_number_of_any_length_is_no_unit(town: Town, desk_of: Desks) -> None:
    answer = desk_of(town.leader).get(f"/desk/reports/register?{JULY}&unit={'9' * 5_000}")

    assert answer.status_code == 403
