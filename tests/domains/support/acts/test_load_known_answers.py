# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from motcua.domains.support.acts.load_known_answers import load_known_answers
from motcua.domains.support.models import KnownAnswer
from tests.domains.support.conftest import FILED_AT


def test_the_file_is_loaded_once_and_readers_counts_stay(db: None) -> None:
    first = load_known_answers(at=FILED_AT)
    KnownAnswer.objects.filter(pk="tep-qua-lon").update(helped=3)
    KnownAnswer.objects.filter(pk="qua-han").update(question_vi="Khác")
    KnownAnswer.objects.create(
        slug="thua", position=99, question_vi="?", question_en="?", answer_vi="", answer_en="",
        screens=[], search="",
    )  # fmt: skip

    again = load_known_answers(at=FILED_AT)

    assert (first, again, load_known_answers(at=FILED_AT)) == (True, True, False)
    assert KnownAnswer.objects.get(pk="tep-qua-lon").helped == 3
    assert KnownAnswer.objects.get(pk="qua-han").question_vi != "Khác"
    assert not KnownAnswer.objects.filter(pk="thua").exists()


def test_every_answer_stands_in_both_languages(db: None) -> None:
    load_known_answers(at=FILED_AT)

    rows = KnownAnswer.objects.values_list("question_vi", "question_en", "answer_vi", "answer_en")
    assert rows.count() >= 8
    assert all(all(row) for row in rows)
