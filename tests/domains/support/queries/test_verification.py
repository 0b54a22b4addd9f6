# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import timedelta

from motcua.domains.support.acts.answer_petition import answer_petition
from motcua.domains.support.acts.ask_petitioner import ask_petitioner
from motcua.domains.support.acts.publish_answer import publish_answer
from motcua.domains.support.acts.rate_petition import rate_petition
from motcua.domains.support.acts.reopen_petition import reopen_petition
from motcua.domains.support.acts.supply import supply
from motcua.domains.support.acts.transfer_petition import transfer_petition
from motcua.domains.support.models import Petition
from motcua.domains.support.queries.verification import differences
from tests.builders import vn
from tests.domains.support.conftest import Place, by, row


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


def test_a_changed_row_is_named(place: Place) -> None:
    code = full_life(place)
    moved = row(code).resolve_due_at + timedelta(days=1)
    Petition.objects.filter(code=code).update(late=False, resolve_due_at=moved)

    found = {(one.kind, one.petition) for one in differences()}

    assert found == {("late", code), ("resolve_due_at", code)}
