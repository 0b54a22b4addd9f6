# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import date, timedelta

from motcua.domains.support.acts.answer_petition import answer_petition
from motcua.domains.support.acts.ask_petitioner import ask_petitioner
from motcua.domains.support.acts.publish_answer import publish_answer
from motcua.domains.support.acts.rate_petition import rate_petition
from motcua.domains.support.acts.reopen_petition import reopen_petition
from motcua.domains.support.acts.supply import supply
from motcua.domains.support.acts.transfer_petition import transfer_petition
from motcua.domains.support.models import Petition
from motcua.domains.support.queries.verification import differences
from motcua.domains.support.story import replay
from tests.builders import vn
from tests.domains.dossiers.acts.test_redate import holiday
from tests.domains.support.conftest import FILED_AT, Place, by, row


def full_life(place: Place) -> str:
    """A petition through every act."""
    code = place.taken_up()
    ask_petitioner(by=by(place.specialist, vn("2026-07-06 10:00")), code=code, question="Ở đâu?")
    supply(by=by(place.citizen, vn("2026-07-08 10:00")), code=code, words="Trước số 12.")
    answer_petition(by=by(place.leader, vn("2026-07-10 10:00")), code=code, answer="Đã sửa.")
    rate_petition(by=by(place.citizen, vn("2026-07-11 10:00")), code=code, satisfied=False)
    reopen_petition(by=by(place.citizen, vn("2026-07-12 10:00")), code=code, words="Chưa sửa.")
    answer_petition(by=by(place.leader, vn("2026-07-14 10:00")), code=code, answer="Sửa rồi.")
    publish_answer(
        by=by(place.leader, vn("2026-07-20 10:00")), code=code, words="Đèn hỏng.", answer="Đã sửa."
    )
    return code


def test_the_log_alone_gives_every_stored_value(place: Place) -> None:
    code = full_life(place)
    passed = place.filed()
    transfer_petition(
        by=by(place.leader), code=passed, unit_id=place.other_id, reason="Của xã bên."
    )

    assert list(differences()) == []
    assert row(code).late  # published after two working days


def test_a_later_change_of_the_calendar_rewrites_nothing_that_ended(place: Place) -> None:
    code = full_life(place)
    before = row(code)

    for day in (6, 7, 9, 13, 15, 17):
        holiday(date(2026, 7, day), at=FILED_AT)

    assert list(differences()) == []
    assert (row(code).late, row(code).resolve_due_at) == (before.late, before.resolve_due_at)


def test_a_log_that_states_no_due_moments_has_them_counted(place: Place) -> None:
    entries = [
        (FILED_AT, "file_petition", {"unit": place.unit_id}),
        (FILED_AT, "take_up", {}),
        (vn("2026-07-06 10:00"), "ask_petitioner", {}),
        (vn("2026-07-08 10:00"), "supply", {}),
        (vn("2026-07-10 10:00"), "answer_petition", {}),
    ]

    story = replay(entries)

    assert story is not None
    assert story.dues.resolve == vn("2026-07-28 10:00")
    assert (story.due_at, story.late) == (vn("2026-07-14 10:00"), False)


def test_a_changed_row_is_named(place: Place) -> None:
    code = full_life(place)
    moved = row(code).resolve_due_at + timedelta(days=1)
    Petition.objects.filter(code=code).update(late=False, resolve_due_at=moved)

    found = {(one.kind, one.petition) for one in differences()}

    assert found == {("late", code), ("resolve_due_at", code)}
