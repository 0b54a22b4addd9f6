# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.kit.access import SUBJECTS_A_LINE, SYSTEM, log_view
from motcua.kit.looks import looks
from motcua.kit.models import DataUse
from tests.builders import vn

AT = vn("2026-07-03 10:00")
pytestmark = pytest.mark.django_db


def codes(first: int, last: int) -> list[str]:
    return [f"H05.18-260703-{number:05d}" for number in range(first, last)]


def seen(subjects: list[str]) -> None:
    log_view(actor=SYSTEM, at=AT, page="desk/register", purpose="reporting", subjects=subjects)


def test_a_file_of_five_thousand_is_one_line_in_which_each_finds_only_itself() -> None:
    seen(codes(0, SUBJECTS_A_LINE))

    assert DataUse.objects.count() == 1
    (found,) = looks(["H05.18-260703-04999", "H05.18-260703-99999"])
    assert found.subjects == ("H05.18-260703-04999",)


def test_a_longer_one_takes_several_lines_and_forgets_nobody() -> None:
    seen(codes(0, SUBJECTS_A_LINE + 1))

    assert [len(line.subjects) for line in DataUse.objects.order_by("id")] == [SUBJECTS_A_LINE, 1]
    assert len(looks(codes(0, 1))) == len(looks(codes(SUBJECTS_A_LINE, SUBJECTS_A_LINE + 1))) == 1


def test_the_newest_come_first_a_page_at_a_time() -> None:
    for number in range(3):
        seen([f"a{number}", "mine"])

    first = looks(["mine"], limit=2)
    rest = looks(["mine"], before_id=first[-1].id, limit=2)

    assert [one.id for one in (*first, *rest)] == sorted(
        DataUse.objects.values_list("id", flat=True), reverse=True
    )
    assert {one.subjects for one in first} == {("mine",)}


def test_nobody_s_subjects_are_seen_by_nobody() -> None:
    seen([])

    assert DataUse.objects.count() == 1
    assert looks([]) == looks(["mine"]) == ()
