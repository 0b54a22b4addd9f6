# SPDX-License-Identifier: Apache-2.0
"""Which limit a dossier shows, and what it is for."""

from __future__ import annotations

import re
from datetime import date

from motcua.domains.dossiers.models import Dossier
from motcua.domains.dossiers.queries.card import card
from motcua.domains.dossiers.queries.inbox import inbox
from motcua.faces.desk.limits import shown_clock
from motcua.faces.desk.rows import lines
from motcua.kit import clock
from tests.builders import vn
from tests.domains.dossiers.acts.test_redate import holiday
from tests.domains.dossiers.conftest import SUBMITTED_AT, Town
from tests.faces.desk.conftest import Desks, text

UNANSWERED = "đã quá thời điểm phải tiếp nhận, từ chối hoặc yêu cầu bổ sung"


def test_an_unanswered_submission_says_what_is_overdue_and_since_when(
    town: Town, desk_of: Desks
) -> None:
    code = town.submitted()

    page = text(desk_of(town.counter).get(f"/desk/{code}"))

    assert re.search(r"Quá hạn</span> <time [^>]*>09:00\s06/07/2026", page)
    assert UNANSWERED in page


def test_a_fresh_submission_says_until_when_it_is_answered(town: Town) -> None:
    shown = shown_clock(card(town.submitted()), SUBMITTED_AT)

    assert (shown.state, shown.until) == ("due_soon", vn("2026-07-06 09:00"))
    assert "tiếp nhận" in shown.what


def test_list_and_page_count_by_the_calendar_of_the_counter_until_it_accepts(town: Town) -> None:
    code = town.submitted()
    holiday(date(2026, 7, 6), agency_id=town.competent_id)
    at = vn("2026-07-06 08:30")
    (listed,) = inbox(town.counter.posts).rows

    (line,) = lines([listed], at=at, language="vi")
    shown = shown_clock(card(code), at)

    assert shown.until == vn("2026-07-06 09:00")
    assert line.due_at == "09:00 06/07/2026"


def test_once_accepted_the_limit_is_that_of_the_result(town: Town) -> None:
    shown = shown_clock(card(town.received()), vn("2026-07-03 11:00"))

    assert (shown.state, shown.what) == ("running", "")
    assert shown.until == vn("2026-07-10 10:00")


def test_while_it_waits_for_the_applicant_the_clock_stands(town: Town) -> None:
    code = town.received()
    Dossier.objects.filter(code=code).update(status=5)

    assert shown_clock(card(code), clock.now()).state == "paused"


def test_the_list_names_the_limit_of_the_answer(town: Town, desk_of: Desks) -> None:
    town.submitted()
    counter = desk_of(town.counter)

    waiting = text(counter.get("/desk/"))
    Dossier.objects.update(status=2, received_at=clock.now())
    accepted = text(counter.get("/desk/"))

    assert "hạn trả lời việc nộp hồ sơ" in waiting
    assert "hạn trả lời việc nộp hồ sơ" not in accepted
