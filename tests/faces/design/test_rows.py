# SPDX-License-Identifier: Apache-2.0
"""Rows of a group come and go by buttons."""

from __future__ import annotations

import pytest

from motcua.faces.design.rows import with_rows_changed
from motcua.faces.design.sample_form import sample_form

FULL = [{"name": "A"}, {"name": "B"}, {"name": "C"}]


@pytest.mark.parametrize(
    ("action", "before", "after"),
    [
        ("add:siblings", [], [{}]),
        ("add:siblings", FULL, FULL),
        ("remove:siblings.1", FULL, [{"name": "A"}, {"name": "C"}]),
        ("remove:siblings.7", FULL, FULL),
        ("remove:siblings", FULL, FULL),
        ("add:nobody", FULL, FULL),
    ],
)
def test_an_action_changes_the_rows_it_names(
    action: str, before: list[object], after: list[object]
) -> None:
    answers: dict[str, object] = {"siblings": before}

    changed = with_rows_changed(sample_form(), answers, action)

    assert changed == {"siblings": after}
    assert answers == {"siblings": before}


@pytest.mark.parametrize("action", ["continue", "", "add:", "remove-file:x:y", "add:../x"])
def test_other_actions_are_left_to_the_page(action: str) -> None:
    assert with_rows_changed(sample_form(), {}, action) is None
