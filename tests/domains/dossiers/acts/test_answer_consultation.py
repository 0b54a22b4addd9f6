# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.dossiers.acts.answer_consultation import answer_consultation
from motcua.domains.dossiers.queries.card import consultations, history
from motcua.domains.dossiers.reasons import ReasonMissing
from motcua.kit.access import NotPermitted
from motcua.kit.faults import NotFound
from tests.builders import by, vn
from tests.domains.dossiers.acts.test_consult import AT, ask, expert
from tests.domains.dossiers.conftest import Town, row

pytestmark = pytest.mark.django_db


def test_an_answer_is_kept_with_its_verdict_and_its_lateness(town: Town) -> None:
    code, unit_id = town.appraised(), town.other_ids[0]
    ask(town, code, [unit_id])

    answer_consultation(
        by=by(expert(unit_id), vn("2026-07-09 09:00")),
        code=code, unit_id=unit_id, agrees=False, answer="Không phù hợp quy hoạch",
    )  # fmt: skip

    [line] = consultations(row(code).pk)
    assert (line.agrees, line.answer) == (False, "Không phù hợp quy hoạch")
    assert line.answered_at > line.due_at
    assert history(code)[-1].act == "answer_consultation"


def test_an_answer_needs_words(town: Town) -> None:
    code, unit_id = town.appraised(), town.other_ids[0]
    ask(town, code, [unit_id])

    with pytest.raises(ReasonMissing):
        answer_consultation(
            by=by(expert(unit_id), AT), code=code, unit_id=unit_id, agrees=True, answer=" "
        )


def test_only_people_of_the_asked_unit_answer(town: Town) -> None:
    code = town.appraised()
    ask(town, code, town.other_ids[:1])

    with pytest.raises(NotPermitted):
        answer_consultation(
            by=by(expert(town.other_ids[1]), AT),
            code=code, unit_id=town.other_ids[0], agrees=True, answer="x",
        )  # fmt: skip
    with pytest.raises(NotFound):
        answer_consultation(
            by=by(expert(town.other_ids[1]), AT),
            code=code, unit_id=town.other_ids[1], agrees=True, answer="x",
        )  # fmt: skip
