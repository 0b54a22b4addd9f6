# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import date, datetime
from uuid import uuid4

import pytest

from motcua.domains.dossiers.acts.answer_consultation import answer_consultation
from motcua.domains.dossiers.acts.redate_consultations import redate_consultations
from motcua.domains.dossiers.acts.redate_open import redate_open
from motcua.domains.dossiers.acts.stop import stop
from motcua.domains.dossiers.ledger import By, Outcome
from motcua.domains.dossiers.models import Consultation, Dossier
from motcua.domains.dossiers.queries import verification
from motcua.domains.units.models import DayKind
from motcua.kit.access import SYSTEM
from motcua.kit.models import AuditEntry, OutboxEvent
from tests.builders import by, vn
from tests.domains.dossiers.acts.test_consult import ask, expert
from tests.domains.dossiers.acts.test_redate import CHANGED_AT, holiday
from tests.domains.dossiers.acts.test_redate_open import LATER, told
from tests.domains.dossiers.conftest import Town, acts, row

pytestmark = pytest.mark.django_db


def redated(code: str, at: datetime = CHANGED_AT) -> Outcome:
    return redate_consultations(by=By(SYSTEM, at, uuid4()), code=code, event_id=7)


def dates(code: str) -> set[datetime]:
    rows = Consultation.objects.filter(dossier_id=row(code).pk)
    return set(rows.values_list("due_at", flat=True))


def differences() -> list[str]:
    return [one.kind for _, found in verification.differences() for one in found]


def test_a_new_holiday_moves_open_questions_and_the_log_keeps_both_dates(town: Town) -> None:
    code = town.appraised()
    ask(town, code, town.other_ids)
    holiday(date(2026, 7, 7))

    redated(code)

    assert dates(code) == {vn("2026-07-09 08:00")}
    link = AuditEntry.objects.get(act="redate_consultations")
    assert [
        (one["unit"], *(datetime.fromisoformat(one[name]) for name in ("was", "due")))
        for one in link.payload["questions"]
    ] == [
        (unit_id, vn("2026-07-08 08:00"), vn("2026-07-09 08:00"))
        for unit_id in sorted(town.other_ids)
    ]
    assert OutboxEvent.objects.filter(topic="ConsultationRedated", subject=code).count() == 1
    assert differences() == []


def test_twice_moves_nothing_twice(town: Town) -> None:
    code = town.appraised()
    ask(town, code, town.other_ids)
    holiday(date(2026, 7, 7))

    redated(code)
    redated(code)

    assert acts(code).count("redate_consultations") == 1


def test_answered_lapsed_undatable_and_ended_ones_keep_their_date(town: Town) -> None:
    answered, lapsed, old, ended = (town.appraised() for _ in range(4))
    for code in (answered, lapsed, old, ended):
        ask(town, code, town.other_ids[:1])
    asked = town.other_ids[0]
    answer_consultation(
        by=by(expert(asked), CHANGED_AT), code=answered, unit_id=asked, agrees=True, answer="Có"
    )
    Consultation.objects.filter(dossier__code=old).update(within="")
    stop(by=by(town.leader, CHANGED_AT), code=ended, reason="Hết hiệu lực")
    holiday(date(2026, 7, 7))

    for code in (answered, old, ended):
        redated(code)
    redated(lapsed, at=vn("2026-07-08 08:00"))

    assert set(Consultation.objects.values_list("due_at", flat=True)) == {vn("2026-07-08 08:00")}
    assert not AuditEntry.objects.filter(act="redate_consultations").exists()


def test_a_day_that_is_worked_after_all_moves_no_date_into_the_past(town: Town) -> None:
    code = town.appraised()
    holiday(date(2026, 7, 7))
    ask(town, code, town.other_ids[:1])
    assert dates(code) == {vn("2026-07-09 08:00")}
    holiday(date(2026, 7, 7), kind=DayKind.PLAIN)

    redated(code, at=vn("2026-07-08 15:00"))
    assert dates(code) == {vn("2026-07-09 08:00")}

    redated(code, at=CHANGED_AT)
    assert dates(code) == {vn("2026-07-08 08:00")}


def test_a_change_reaches_questions_on_dossiers_whose_own_date_has_passed(town: Town) -> None:
    late, other = town.appraised(), town.appraised()
    for code in (late, other):
        ask(town, code, town.other_ids)
    Dossier.objects.filter(code=late).update(queue_due_at=vn("2026-07-03 15:00"))
    holiday(date(2026, 7, 7))
    told()

    while redate_open(at=LATER):
        pass

    assert dates(late) == dates(other) == {vn("2026-07-09 08:00")}
    assert acts(other)[-2:] == ["redate", "redate_consultations"]


def test_a_date_changed_past_the_log_is_found(town: Town) -> None:
    code = town.appraised()
    ask(town, code, town.other_ids[:1])
    assert differences() == []

    Consultation.objects.update(due_at=vn("2026-07-30 08:00"))

    assert differences() == ["consultation_due_at"]


def test_a_holiday_elsewhere_moves_nothing(town: Town) -> None:
    code = town.appraised()
    ask(town, code, town.other_ids)
    holiday(date(2026, 7, 7), kind=DayKind.HOLIDAY, agency_id=town.other_ids[0])

    redated(code)

    assert dates(code) == {vn("2026-07-08 08:00")}
