# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import date, datetime
from uuid import uuid4

import pytest

from motcua.domains.support.acts.ask_petitioner import ask_petitioner
from motcua.domains.support.acts.publish_answer import publish_answer
from motcua.domains.support.acts.redate_petition import redate_petition
from motcua.domains.support.acts.refuse_petition import refuse_petition
from motcua.domains.support.acts.supply import supply
from motcua.domains.support.commands import Outcome
from motcua.domains.support.queries import petitions
from motcua.domains.support.queries.verification import differences
from motcua.domains.units.models import DayKind
from motcua.kit.access import SYSTEM
from motcua.kit.faults import NotFound
from motcua.kit.models import AuditEntry, Command, OutboxEvent
from tests.builders import vn
from tests.domains.dossiers.acts.test_redate import CHANGED_AT, holiday
from tests.domains.support.conftest import FILED_AT, Place, by, row

RESOLVE, MOVED = vn("2026-07-24 10:00"), vn("2026-07-27 10:00")


def redated(code: str, at: datetime = CHANGED_AT) -> Outcome:
    return redate_petition(by=by(SYSTEM, at), code=code, event_id=7)


def clean() -> bool:
    assert list(differences()) == []
    return True


def links() -> int:
    return AuditEntry.objects.filter(act="redate_petition").count()


def test_a_new_holiday_moves_the_due_moment_and_the_old_one_is_kept(place: Place) -> None:
    code = place.taken_up()
    before = row(code)
    holiday(date(2026, 7, 8))

    redated(code)

    stored = row(code)
    assert (before.due_at, before.resolve_due_at) == (RESOLVE, RESOLVE)
    assert (stored.due_at, stored.resolve_due_at) == (MOVED, MOVED)
    entry = AuditEntry.objects.get(act="redate_petition")
    assert (entry.actor_code, entry.payload["cause"]) == ("system", 7)
    assert datetime.fromisoformat(entry.payload["was"]["resolve"]) == RESOLVE
    line = petitions.history(code)[-1]
    assert (line.act, line.was_due_at, line.by_petitioner) == ("redate_petition", RESOLVE, False)
    assert OutboxEvent.objects.filter(payload__act="redate_petition").count() == 1
    assert clean()


def test_redating_again_writes_nothing(place: Place) -> None:
    code = place.taken_up()
    holiday(date(2026, 7, 8))

    for _ in range(3):
        redated(code)

    assert links() == 1
    assert Command.objects.filter(act="redate_petition").count() == 1


def test_the_two_days_to_pass_it_on_move_too(place: Place) -> None:
    code = place.filed()
    assert row(code).due_at == vn("2026-07-07 10:00")
    holiday(date(2026, 7, 7))

    redated(code)

    assert (row(code).due_at, row(code).resolve_due_at) == (vn("2026-07-08 10:00"), MOVED)
    assert clean()


def test_a_petition_that_waits_for_the_petitioner_moves_and_goes_on_from_there(
    place: Place,
) -> None:
    code = place.taken_up()
    ask_petitioner(by=by(place.specialist, vn("2026-07-06 08:00")), code=code, question="Ở đâu?")
    holiday(date(2026, 7, 8))

    redated(code)

    assert (row(code).due_at, row(code).resolve_due_at) == (None, MOVED)
    supply(by=by(place.citizen, vn("2026-07-07 08:00")), code=code, words="Trước số 12.")
    assert row(code).due_at == vn("2026-07-28 10:00")
    assert clean()


def test_an_answered_one_has_its_publishing_left(place: Place) -> None:
    code = place.answered(vn("2026-07-06 08:00"))
    assert row(code).due_at == vn("2026-07-08 08:00")
    holiday(date(2026, 7, 7))

    redated(code)

    assert (row(code).due_at, row(code).resolve_due_at) == (vn("2026-07-09 08:00"), RESOLVE)
    assert clean()


def test_ended_ones_keep_the_moments_of_their_time(place: Place) -> None:
    published, refused = place.answered(), place.filed()
    publish_answer(by=by(place.leader), code=published, words="Đèn hỏng.", answer="Đã sửa.")
    refuse_petition(by=by(place.leader), code=refused, reason="Không đủ căn cứ để xử lý.")
    holiday(date(2026, 7, 8))

    for code in (published, refused):
        redated(code)

    assert {row(code).resolve_due_at for code in (published, refused)} == {RESOLVE}
    assert links() == 0
    assert clean()


def test_what_was_late_or_in_time_stays_so_under_another_calendar(place: Place) -> None:
    late = place.taken_up()
    refuse_petition(by=by(place.leader, vn("2026-07-08 08:00")), code=late, reason="Không đủ.")
    asked = place.taken_up()
    ask_petitioner(by=by(place.specialist, vn("2026-07-10 11:00")), code=asked, question="Đâu?")
    holiday(date(2026, 7, 7), at=vn("2026-07-06 08:00"))

    assert row(late).late
    assert row(asked).pauses == []  # asked too late to stop the clock
    assert [one.kind for one in differences()] == []


def test_a_holiday_withdrawn_brings_it_forward_but_never_into_the_past(place: Place) -> None:
    code = place.taken_up()
    holiday(date(2026, 7, 8))
    redated(code)
    holiday(date(2026, 7, 8), kind=DayKind.PLAIN)

    redated(code, vn("2026-07-24 10:01"))
    assert row(code).due_at == MOVED
    redated(code)
    assert row(code).due_at == RESOLVE
    assert clean()


def test_a_day_of_another_unit_moves_nothing(place: Place) -> None:
    code = place.taken_up(FILED_AT)
    holiday(date(2026, 7, 8), agency_id=place.other_id)

    redated(code)

    assert row(code).due_at == RESOLVE


def test_a_petition_nobody_knows_is_not_found(place: Place) -> None:
    with pytest.raises(NotFound):
        redate_petition(by=by(SYSTEM), code=f"PA-{uuid4()}", event_id=7)
