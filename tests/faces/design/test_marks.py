# SPDX-License-Identifier: Apache-2.0
"""Marks carry their meaning in words."""

from __future__ import annotations

import pytest
from django.utils import translation

from motcua.faces.design import marks
from motcua.rules.worktime import Verdict


def test_each_national_status_has_its_own_words() -> None:
    with translation.override("vi"):
        words = [str(marks.STATUSES[code].text) for code in range(1, 11)]

    assert len(set(words)) == 10
    assert words[0] == "Mới đăng ký"
    assert words[9] == "Đã trả kết quả"


def test_there_is_no_eleventh_status() -> None:
    with pytest.raises(KeyError):
        marks.status_html(11)


@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_verdict_on_time_has_a_mark(verdict: Verdict) -> None:
    assert marks.due_html(verdict.name)


def test_late_marks_do_not_share_words_with_marks_in_time() -> None:
    with translation.override("vi"):
        late = {str(marks.DUES[state].text) for state in ("late", "overdue")}
        fine = {str(marks.DUES[state].text) for state in ("early", "on_time", "running")}

    assert not late & fine


def test_a_badge_made_for_one_reader_is_not_shown_to_another() -> None:
    with translation.override("vi"):
        vietnamese = marks.status_html(10) + marks.due_html("OVERDUE")
    with translation.override("en"):
        english = marks.status_html(10) + marks.due_html("OVERDUE")

    assert "Đã trả kết quả" in vietnamese
    assert "Quá hạn" in vietnamese
    assert "Result returned" in english
    assert "Overdue" in english
