# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.support.acts.ask_petitioner import ask_petitioner
from motcua.domains.support.acts.supply import supply
from motcua.domains.support.wording import WordsMissing
from motcua.kit.access import NotPermitted
from motcua.kit.faults import NotAllowedNow
from motcua.kit.wording import TextTooLong
from tests.builders import vn
from tests.domains.support.conftest import Place, by, row

QUESTION = "Đèn ở phía nào của đường?"


def test_a_question_in_time_stops_the_clock_until_it_is_answered(place: Place) -> None:
    code = place.taken_up()

    ask_petitioner(by=by(place.specialist, vn("2026-07-06 10:00")), code=code, question=QUESTION)
    waiting = row(code)
    supply(by=by(place.citizen, vn("2026-07-08 10:00")), code=code, words="Phía bên phải.")

    assert (waiting.state, waiting.due_at) == ("asked", None)
    assert row(code).due_at == vn("2026-07-28 10:00")


def test_a_question_after_five_days_stops_nothing(place: Place) -> None:
    code = place.taken_up()

    ask_petitioner(by=by(place.specialist, vn("2026-07-13 10:00")), code=code, question=QUESTION)
    supply(by=by(place.citizen, vn("2026-07-15 10:00")), code=code, words="Phía bên phải.")

    assert row(code).due_at == vn("2026-07-24 10:00")


def test_it_needs_words_a_post_and_a_petition_at_work(place: Place) -> None:
    code = place.taken_up()

    with pytest.raises(WordsMissing):
        ask_petitioner(by=by(place.specialist), code=code, question=" ")
    with pytest.raises(TextTooLong):
        ask_petitioner(by=by(place.specialist), code=code, question="x" * 10_000)
    with pytest.raises(NotPermitted):
        ask_petitioner(by=by(place.other_leader), code=code, question=QUESTION)
    with pytest.raises(NotAllowedNow):
        ask_petitioner(by=by(place.specialist), code=place.filed(), question=QUESTION)
