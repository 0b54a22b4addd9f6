# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import date, datetime

import pytest

from motcua.domains.dossiers.acts.ask_supplement import Item, ask_supplement
from motcua.domains.dossiers.acts.remind_supplements import remind_supplements
from motcua.domains.dossiers.acts.resume import resume
from motcua.domains.dossiers.acts.withdraw import withdraw
from motcua.domains.dossiers.handlers import on_dossier_moved
from motcua.domains.notices.models import Notice
from motcua.kit.models import OutboxEvent
from motcua.kit.relay import Told
from tests.builders import by, vn
from tests.domains.dossiers.conftest import Town, row

pytestmark = pytest.mark.django_db
ASKED_AT = vn("2026-07-03 15:00")
ITEM = Item("field:house.floors", "Số tầng chưa đúng", "Bản vẽ ghi bốn tầng")
MONDAY = date(2026, 7, 20)  # two working days before it: Thursday 16 July


def asked(town: Town, until_on: date = MONDAY) -> str:
    code = town.appraised()
    ask_supplement(
        by=by(town.specialist, ASKED_AT), code=code, items=[ITEM], until_on=until_on, guide=""
    )
    return code


def reminded(at: datetime) -> list[str]:
    remind_supplements(at=at)
    told = OutboxEvent.objects.filter(topic="SupplementDueSoon").order_by("id")
    return list(told.values_list("subject", flat=True))


def test_the_applicant_is_reminded_once_two_working_days_before_the_last_day(town: Town) -> None:
    code = asked(town)

    assert reminded(vn("2026-07-15 23:59")) == []
    assert reminded(vn("2026-07-16 00:20")) == [code]
    assert reminded(vn("2026-07-17 08:00")) == [code]


def test_the_reminder_stands_in_the_applicants_account(town: Town) -> None:
    code = asked(town)
    reminded(vn("2026-07-16 08:00"))
    event = OutboxEvent.objects.get(topic="SupplementDueSoon")

    on_dossier_moved([Told(event.id, event.topic, event.subject, event.at, event.payload)])

    notice = Notice.objects.get(kind="SupplementDueSoon")
    assert (notice.account_id, notice.dossier_code) == (row(code).account_id, code)


def test_nobody_is_reminded_on_the_day_of_the_request_or_after_the_last_day(town: Town) -> None:
    asked(town, date(2026, 7, 6))

    assert reminded(vn("2026-07-03 16:00")) == []
    assert reminded(vn("2026-07-07 08:00")) == []


def test_who_has_answered_or_withdrawn_is_left_alone(town: Town) -> None:
    answered, withdrawn = asked(town), asked(town)
    answers = row(answered).answers
    resume(by=by(town.citizen, vn("2026-07-10 09:00")), code=answered, answers=answers)
    withdraw(by=by(town.citizen, vn("2026-07-10 09:00")), code=withdrawn, reason="")

    assert reminded(vn("2026-07-16 08:00")) == []
