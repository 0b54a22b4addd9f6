# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.dossiers.acts.advance import StillConsulting
from motcua.domains.dossiers.acts.answer_consultation import answer_consultation
from motcua.domains.dossiers.acts.consult import AskedAlready, NobodyAsked, consult
from motcua.domains.dossiers.models import Consultation
from motcua.domains.dossiers.queries.card import consultations
from motcua.domains.dossiers.queries.inbox import questions
from motcua.domains.units import queries as units
from motcua.kit.access import Actor, Role
from motcua.kit.faults import NotAllowedNow, NotFound
from motcua.rules.worktime import parse_limit
from tests.builders import by, official, vn
from tests.domains.dossiers.conftest import Town, row

AT = vn("2026-07-06 08:00")
pytestmark = pytest.mark.django_db


def ask(town: Town, code: str, unit_ids: list[int], limit: str = "2wd") -> None:
    consult(
        by=by(town.specialist, AT),
        code=code,
        unit_ids=unit_ids,
        question="Đề nghị cho ý kiến",
        within=parse_limit(limit),
    )


def expert(unit_id: int) -> Actor:
    return official("Nam", (units.agency(unit_id).code, Role.SPECIALIST))


def test_two_units_are_asked_in_parallel_and_the_dossier_stays(town: Town) -> None:
    code = town.appraised()

    ask(town, code, town.other_ids)

    assert row(code).step == "appraise"
    assert {line.due_at for line in consultations(row(code).pk)} == {vn("2026-07-08 08:00")}
    assert [asked.code for asked in questions(town.other_ids)] == [code, code]


def test_it_waits_for_answers_and_goes_on_when_a_late_unit_has_no_time_left(town: Town) -> None:
    code = town.appraised()
    ask(town, code, town.other_ids)
    first, second = town.other_ids
    answer_consultation(
        by=by(expert(first), vn("2026-07-07 09:00")),
        code=code, unit_id=first, agrees=True, answer="Đồng ý",
    )  # fmt: skip

    with pytest.raises(StillConsulting):
        town.advance(town.specialist, code, "propose", vn("2026-07-07 10:00"))
    town.advance(town.specialist, code, "propose", vn("2026-07-08 08:01"))
    answer_consultation(
        by=by(expert(second), vn("2026-07-08 09:00")),
        code=code, unit_id=second, agrees=False, answer="Chậm",
    )  # fmt: skip

    late = Consultation.objects.get(unit_id=second)
    assert late.answered_at > late.due_at
    assert row(code).step == "approve"


def test_who_cannot_be_asked(town: Town) -> None:
    code = town.appraised()

    with pytest.raises(NobodyAsked):
        ask(town, code, [])
    with pytest.raises(AskedAlready):
        ask(town, code, [town.competent_id])
    with pytest.raises(NotFound):
        ask(town, code, [10**9])
    ask(town, code, town.other_ids[:1])
    with pytest.raises(AskedAlready):
        ask(town, code, town.other_ids[:1])


def test_a_step_without_consultation_has_none(town: Town) -> None:
    code = town.appraised()
    town.advance(town.specialist, code, "propose", AT)

    with pytest.raises(NotAllowedNow):
        consult(
            by=by(town.leader, AT), code=code, unit_ids=town.other_ids, question="?",
            within=parse_limit("1wd"),
        )  # fmt: skip
