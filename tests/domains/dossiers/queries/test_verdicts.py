# SPDX-License-Identifier: Apache-2.0
"""The verdict of any past day follows from the log, whatever happened since."""

from __future__ import annotations

from datetime import date

import pytest

from motcua.domains.dossiers.acts.ask_supplement import ask_supplement
from motcua.domains.dossiers.acts.decide_second_supplement import decide_second_supplement
from motcua.domains.dossiers.acts.extend import extend
from motcua.domains.dossiers.acts.resume import resume
from motcua.domains.dossiers.queries import verification
from motcua.domains.dossiers.queries.verdicts import verdict_on, verdicts_on
from motcua.kit.faults import NotFound
from tests.builders import by, vn
from tests.domains.dossiers.acts.test_record_paper_first import recorded
from tests.domains.dossiers.acts.test_redate import holiday, redated
from tests.domains.dossiers.acts.test_request_second_supplement import (
    ITEM,
    UNTIL,
    asked_once,
    requested,
)
from tests.domains.dossiers.conftest import Town

pytestmark = pytest.mark.django_db


def said(code: str, *days: int, month: int = 7) -> list[str]:
    return [verdict_on(code, date(2026, month, day)).verdict for day in days]


def test_each_day_has_the_verdict_it_had(town: Town) -> None:
    code = town.appraised()  # received 3/7 10:00, due 10/7 10:00
    extend(by=by(town.leader, vn("2026-07-09 09:00")), code=code, to=vn("2026-07-15 10:00"),
           reason="Chờ đo đạc")  # fmt: skip
    town.advance(town.specialist, code, "propose", vn("2026-07-16 09:00"))
    town.advance(town.leader, code, "approve", vn("2026-07-16 10:00"))

    assert said(code, 3, 7, 8) == ["running", "running", "running"]
    assert verdict_on(code, date(2026, 7, 8)).due_at == vn("2026-07-10 10:00")
    assert said(code, 9, 14, 15, 16) == ["running", "due_soon", "overdue", "late"]
    assert verdict_on(code, date(2026, 7, 9)).due_at == vn("2026-07-15 10:00")


def test_a_pause_and_its_end_are_seen(town: Town) -> None:
    code = town.appraised()
    at = vn("2026-07-06 08:00")
    ask_supplement(by=by(town.specialist, at), code=code, items=[ITEM], until_on=UNTIL)
    resume(by=by(town.citizen, vn("2026-07-08 14:00")), code=code, answers={"house": {"floors": 4}})

    assert said(code, 6, 7, 8, 13, 14) == ["paused", "paused", "running", "due_soon", "overdue"]


def test_a_calendar_changed_later_changes_no_day_before(town: Town) -> None:
    code = town.appraised()
    holiday(date(2026, 7, 8))
    redated(code)

    assert verdict_on(code, date(2026, 7, 5)).due_at == vn("2026-07-10 10:00")
    assert verdict_on(code, date(2026, 7, 6)).due_at == vn("2026-07-13 10:00")
    assert said(code, 10, 13) == ["due_soon", "overdue"]


def test_paper_handed_over_first_counts_from_the_true_moment(town: Town) -> None:
    code = town.appraised()
    recorded(town, code)  # handed on 10/7 09:00, recorded on 13/7

    assert said(code, 9, 10, 12) == ["due_soon", "on_time", "on_time"]


def test_a_second_supplement_makes_it_late_for_the_index(town: Town) -> None:
    code = asked_once(town)
    requested(town, code)
    at = vn("2026-07-07 14:00")
    decide_second_supplement(by=by(town.leader, at), code=code, approves=True)

    late = [verdict_on(code, date(2026, 7, day)).late_for_index for day in (6, 7)]

    assert late == [False, True]


def test_before_acceptance_the_time_to_accept_counts(town: Town) -> None:
    code = town.submitted()  # 3/7 09:00: eight working hours end on 6/7 09:00

    assert said(code, 3, 6) == ["due_soon", "overdue"]


def test_a_day_before_the_dossier_knows_nothing_of_it(town: Town) -> None:
    code = town.submitted()

    with pytest.raises(NotFound):
        verdict_on(code, date(2026, 7, 2))
    assert not verdicts_on(date(2026, 7, 2))


def test_all_dossiers_of_a_day_are_counted(town: Town) -> None:
    town.decided()
    town.appraised()

    assert verdicts_on(date(2026, 7, 8)) == {"early": 1, "running": 1}
    assert [found for _, found in verification.differences()] == [[]]
