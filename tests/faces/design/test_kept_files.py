# SPDX-License-Identifier: Apache-2.0
"""The signed words by which files of a form shown again are known."""

from __future__ import annotations

import pytest
from django.core import signing

from motcua.faces.design.kept_files import Kept, WordBroken, known_by, word_of

PLAN = Kept("plan", 7, "0b6c1d9e-4f7a-4c60-9d3e-2a55b1f0c8aa", "so-do.pdf", 1200)


def test_a_file_is_known_again_by_its_word() -> None:
    assert known_by([word_of(PLAN, "H05.43-260703-0001")], "H05.43-260703-0001") == [PLAN]


@pytest.mark.parametrize(
    "word",
    [
        word_of(PLAN, "another form"),
        word_of(PLAN, "this form")[:-1],
        signing.dumps(("plan", 7, "so-do.pdf", 1200), salt="this form"),
        signing.dumps(12, salt="this form"),
        "",
    ],
    ids=["of-another-form", "changed", "of-an-older-shape", "no-file", "empty"],
)
def test_any_other_word_is_refused(word: str) -> None:
    with pytest.raises(WordBroken):
        known_by([word], "this form")
