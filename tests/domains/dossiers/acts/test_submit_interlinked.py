# SPDX-License-Identifier: Apache-2.0
"""One application for several procedures: asked once, checked whole, split into dossiers."""

from __future__ import annotations

from copy import deepcopy
from uuid import uuid4

import pytest

from motcua.domains.dossiers.acts.submit import submit
from motcua.domains.dossiers.acts.submit_interlinked import NotInterlinked, submit_interlinked
from motcua.domains.dossiers.application import InvalidAnswers, SubmittedTogether
from motcua.domains.dossiers.ledger import By
from motcua.domains.dossiers.models import Attachment, Dossier, Linkage, LinkedPart
from motcua.domains.dossiers.queries.linkages import judged
from motcua.domains.procedures import queries as procedures
from motcua.kit.models import AuditEntry, OutboxEvent
from motcua.rules.interlinking import Standing
from tests.builders import by
from tests.domains.dossiers.interlinked import (
    ANSWERS,
    HANDED_IN_AT,
    Family,
    row,
    shown,
)


def test_the_first_part_becomes_a_dossier_and_the_others_wait(family: Family) -> None:
    code = family.submitted()

    parts = family.parts(code)
    birth = row(parts["birth"].dossier_code)
    assert (birth.procedure_code, birth.competent_unit_id) == ("1.001193", family.commune_id)
    assert birth.answers["child"]["full_name"] == "Nguyễn Gia Bảo"
    assert parts["residence"].dossier_code is parts["health_card"].dossier_code is None
    assert Dossier.objects.count() == 1
    assert code != birth.code and code.rpartition("-")[0] == birth.code.rpartition("-")[0]


def test_the_parts_know_their_own_units_and_versions(family: Family) -> None:
    parts = family.parts(family.submitted())

    assert parts["residence"].competent_unit_id == family.police_id
    assert parts["health_card"].competent_unit_id == family.commune_id
    assert [procedures.version(part.version_id).code for part in parts.values()] == [
        "1.001193", "1.004222", "0.000001",
    ]  # fmt: skip


def test_what_several_ask_is_asked_once(family: Family) -> None:
    names = [field.name for field in procedures.version(family.version_id).form.fields]

    assert names.count("applicant_name") == names.count("declared") == 1
    assert "person.full_name" not in names
    assert "residence.householder" in names
    papers = [kind.code for kind in procedures.version(family.version_id).papers]
    assert "birth_notice" in papers and "birth_certificate" not in papers


def test_a_waiting_part_has_its_answers_from_the_whole_form(family: Family) -> None:
    code = family.submitted()

    waiting = LinkedPart.objects.get(linkage__code=code, name="health_card")
    assert waiting.answers["person"]["full_name"] == "Nguyễn Gia Bảo"
    assert waiting.answers["person"]["residence"] == ANSWERS["residence"]["address"]
    assert waiting.answers["health_card"] == ANSWERS["health_card"]
    assert "residence" not in waiting.answers


def test_a_paper_goes_to_the_part_that_asks_for_it(family: Family) -> None:
    code = family.submitted()

    laid = Attachment.objects.get(dossier__code=family.parts(code)["birth"].dossier_code)
    assert (laid.component_code, laid.paper_id) == ("birth_notice", family.paper_id)


def test_a_fault_of_a_waiting_part_is_found_now_where_the_form_asks(family: Family) -> None:
    answers = deepcopy(ANSWERS)
    del answers["residence"]["householder"]

    with pytest.raises(InvalidAnswers) as refused:
        submit_interlinked(
            by=by(family.citizen, HANDED_IN_AT), application=family.application(answers=answers)
        )

    assert {fault.path for fault in refused.value.faults} == {"residence.householder"}
    assert not Linkage.objects.exists() and not Dossier.objects.exists()


def test_a_missing_paper_is_refused(family: Family) -> None:
    with pytest.raises(InvalidAnswers) as refused:
        submit_interlinked(
            by=by(family.citizen, HANDED_IN_AT), application=family.application(papers=())
        )

    assert [fault.path for fault in refused.value.faults] == ["paper:birth_notice"]


def test_the_same_key_twice_hands_in_once(family: Family) -> None:
    command = By(family.citizen, HANDED_IN_AT, uuid4())

    first = submit_interlinked(by=command, application=family.application())
    second = submit_interlinked(by=command, application=family.application())

    assert first == second
    assert Linkage.objects.count() == Dossier.objects.count() == 1


def test_it_is_written_down_and_told(family: Family) -> None:
    code = family.submitted()

    (entry,) = AuditEntry.objects.filter(chain=f"linkage:{code}")
    assert entry.act == "submit_interlinked"
    assert entry.payload["waiting"] == ["residence", "health_card"]
    topics = set(OutboxEvent.objects.values_list("topic", flat=True))
    assert {"LinkageSubmitted", "DossierSubmitted"} <= topics


def test_a_group_is_no_dossier(family: Family) -> None:
    with pytest.raises(SubmittedTogether):
        submit(by=by(family.citizen, HANDED_IN_AT), application=family.application())


def test_a_single_procedure_is_no_group(family: Family) -> None:
    birth = procedures.current("1.001193", HANDED_IN_AT.date())

    with pytest.raises(NotInterlinked):
        submit_interlinked(
            by=by(family.citizen, HANDED_IN_AT), application=family.application(version_id=birth.id)
        )


def test_the_whole_is_due_when_its_last_part_is(family: Family) -> None:
    found = judged(shown(family.submitted()), at=HANDED_IN_AT)

    dues = {card.name: part.due_at for card, part in found.parts}
    assert found.whole.due_at == dues["residence"] == max(dues.values())
    assert found.whole.is_expected
    assert found.whole.standing is Standing.WAITING
