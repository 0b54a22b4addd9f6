# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.support.acts.publish_answer import StillPersonal, publish_answer
from motcua.domains.support.queries import petitions
from motcua.domains.support.wording import WordsMissing
from motcua.kit.access import NotPermitted
from motcua.kit.faults import NotAllowedNow
from tests.builders import vn
from tests.domains.support.conftest import Place, by, row

WORDS, ANSWER = "Đèn đường hỏng ở tổ 3.", "Đã thay bóng đèn."


@pytest.mark.parametrize(("at", "late"), [("2026-07-07 10:00", False), ("2026-07-07 10:01", True)])
def test_it_is_published_within_two_working_days_after_the_answer(
    place: Place, at: str, late: bool
) -> None:
    code = place.answered()

    publish_answer(by=by(place.leader, vn(at)), code=code, words=WORDS, answer=ANSWER)

    (line,) = petitions.published()
    assert (line.code, line.public_words, line.public_answer) == (code, WORDS, ANSWER)
    assert row(code).late is late


@pytest.mark.parametrize(
    "personal",
    ["Ông NGUYỄN VĂN AN báo", "ong nguyen van an bao", "gọi 0912 345 678", "số 027190012345"],
)
def test_nothing_personal_is_published(place: Place, personal: str) -> None:
    code = place.answered(name="Nguyễn Văn An")

    with pytest.raises(StillPersonal):
        publish_answer(by=by(place.leader), code=code, words=personal, answer=ANSWER)
    with pytest.raises(StillPersonal):
        publish_answer(by=by(place.leader), code=code, words=WORDS, answer=personal)

    assert petitions.published() == ()


def test_it_needs_a_leader_both_texts_and_an_answer(place: Place) -> None:
    code = place.answered()

    with pytest.raises(NotPermitted):
        publish_answer(by=by(place.specialist), code=code, words=WORDS, answer=ANSWER)
    with pytest.raises(WordsMissing):
        publish_answer(by=by(place.leader), code=code, words="", answer=ANSWER)
    with pytest.raises(NotAllowedNow):
        publish_answer(by=by(place.leader), code=place.filed(), words=WORDS, answer=ANSWER)
