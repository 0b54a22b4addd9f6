# SPDX-License-Identifier: Apache-2.0
"""The words of names are kept once, without marks."""

from __future__ import annotations

from motcua.domains.dossiers.acts.learn_names import learn_names
from motcua.domains.dossiers.models import NameWord
from tests.domains.dossiers.conftest import ANSWERS, Town


def test_words_are_kept_once_and_without_marks(town: Town) -> None:
    codes = [town.submitted(answers={**ANSWERS, "applicant_name": name})
             for name in ("Nguyễn Thị Lan", "Nguyễn Văn Ổn")]  # fmt: skip

    learn_names(codes=codes)
    learn_names(codes=codes)

    assert sorted(NameWord.objects.values_list("word", flat=True)) == [
        "lan", "nguyen", "on", "thi", "van",
    ]  # fmt: skip
