# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import date, timedelta

import pytest

from motcua.domains.dossiers.acts.ask_supplement import (
    AskedBefore,
    DateTooEarly,
    Item,
    NothingAsked,
    UnknownTarget,
    ask_supplement,
)
from motcua.domains.dossiers.acts.resume import resume
from motcua.domains.dossiers.models import SupplementRequest
from motcua.domains.dossiers.queries.card import supplements
from motcua.kit.models import AuditEntry
from tests.builders import by, vn
from tests.domains.dossiers.conftest import Town, row

AT = vn("2026-07-06 08:00")
ITEM = Item("field:house.floors", "Số tầng chưa khớp bản vẽ", "Mục 2 bản vẽ")
UNTIL = date(2026, 7, 20)
pytestmark = pytest.mark.django_db


def test_a_request_during_appraisal_pauses_the_clock(town: Town) -> None:
    code = town.appraised()

    ask_supplement(by=by(town.specialist, AT), code=code, items=[ITEM], until_on=UNTIL)

    stored = row(code)
    assert (stored.status, stored.desk_unit_id, stored.back_step) == (5, None, "appraise")
    assert stored.pauses[0][1] is None
    assert supplements(stored.pk)[0].items[0]["target"] == "field:house.floors"


def test_a_request_before_acceptance_starts_no_pause(town: Town) -> None:
    code = town.submitted()

    ask_supplement(by=by(town.counter, AT), code=code, items=[ITEM], until_on=UNTIL)

    assert (row(code).status, row(code).pauses) == (5, [])


def test_a_request_after_three_working_days_is_sent_and_marked_late(town: Town) -> None:
    in_time, late = town.appraised(), town.appraised()  # received Friday 10:00
    last = vn("2026-07-08 10:00")

    ask_supplement(by=by(town.specialist, last), code=in_time, items=[ITEM], until_on=UNTIL)
    ask_supplement(
        by=by(town.specialist, last + timedelta(minutes=1)), code=late, items=[ITEM],
        until_on=UNTIL,
    )  # fmt: skip

    marks = SupplementRequest.objects.order_by("id").values_list("late", flat=True)
    assert list(marks) == [False, True]
    entries = AuditEntry.objects.filter(act="ask_supplement").order_by("id")
    assert ["late" in entry.payload for entry in entries] == [False, True]


def test_the_pause_of_a_supplement_moves_the_due_date_by_its_working_time(town: Town) -> None:
    code = town.appraised()  # due Friday 10/7 10:00
    ask_supplement(by=by(town.specialist, AT), code=code, items=[ITEM], until_on=UNTIL)

    resume(by=by(town.citizen, vn("2026-07-08 14:00")), code=code, answers={"house": {"floors": 4}})

    # the worked example of law.md 2.6: Mon 8:00 to Wed 14:00 is 20 working hours
    assert row(code).due_at == vn("2026-07-14 16:00")
    assert row(code).legal_due_at == vn("2026-07-21 16:00")


def test_the_pause_for_money_moves_it_too(town: Town) -> None:
    code = town.appraised()
    town.advance(town.specialist, code, "demand_tax", AT)

    town.advance(town.counter, code, "paid", vn("2026-07-08 14:00"))

    assert row(code).due_at == vn("2026-07-14 16:00")


@pytest.mark.parametrize(
    ("items", "until_on", "fault"),
    [
        ([], UNTIL, NothingAsked),
        ([Item("field:no_such", "x", "")], UNTIL, UnknownTarget),
        ([ITEM], date(2026, 7, 6), DateTooEarly),
        ([ITEM], date(1, 1, 1), DateTooEarly),
    ],
)
def test_a_request_must_be_answerable(
    town: Town, items: list[Item], until_on: date, fault: type
) -> None:
    code = town.appraised()

    with pytest.raises(fault):
        ask_supplement(by=by(town.specialist, AT), code=code, items=items, until_on=until_on)

    assert row(code).status == 4 and not supplements(row(code).pk)


def test_nobody_is_asked_twice(town: Town) -> None:
    code = town.appraised()
    ask_supplement(by=by(town.specialist, AT), code=code, items=[ITEM], until_on=UNTIL)
    resume(by=by(town.citizen, AT), code=code, answers={"house": {"floors": 4}})

    with pytest.raises(AskedBefore):
        ask_supplement(by=by(town.specialist, AT), code=code, items=[ITEM], until_on=UNTIL)
