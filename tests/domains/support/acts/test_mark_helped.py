# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.support.acts.load_known_answers import load_known_answers
from motcua.domains.support.acts.mark_helped import mark_helped
from motcua.domains.support.queries import known
from motcua.kit.access import GUEST
from motcua.kit.faults import NotFound
from tests.domains.support.conftest import FILED_AT, by


def test_verdicts_are_counted_once_a_click(db: None) -> None:
    load_known_answers(at=FILED_AT)
    command = by(GUEST)

    mark_helped(by=command, slug="tep-qua-lon", helped=True)
    mark_helped(by=command, slug="tep-qua-lon", helped=True)
    mark_helped(by=by(GUEST), slug="tep-qua-lon", helped=False)

    assert ("tep-qua-lon", 1, 1) in known.counted()


def test_an_unknown_answer_is_not_there(db: None) -> None:
    with pytest.raises(NotFound):
        mark_helped(by=by(GUEST), slug="khong-co", helped=True)
