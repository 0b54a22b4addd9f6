# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from uuid import uuid4

import pytest

from motcua.domains.dossiers.acts.submit import submit
from motcua.domains.dossiers.application import ClosedVersion, InvalidAnswers, NotCompetent
from motcua.domains.dossiers.ledger import By
from motcua.domains.dossiers.models import Dossier
from motcua.domains.dossiers.models.dossier import Channel
from motcua.domains.procedures.models import ProcedureVersion
from motcua.kit.access import NotPermitted
from motcua.kit.models import AuditEntry, OutboxEvent
from motcua.rules.numbering import DOSSIER_CODE
from tests.builders import by
from tests.domains.dossiers.conftest import ANSWERS, SUBMITTED_AT, Town, row

pytestmark = pytest.mark.django_db


def test_an_application_becomes_a_dossier_with_code_log_and_event(town: Town) -> None:
    code = town.submitted()

    stored = row(code)
    assert DOSSIER_CODE.fullmatch(code) and "-260703-0001" in code
    assert (stored.status, stored.step, stored.desk_role) == (1, "intake", "counter")
    assert stored.receiving_unit_id == town.centre_id
    assert AuditEntry.objects.get(chain=f"dossier:{code}").act == "submit"
    assert OutboxEvent.objects.get().topic == "DossierSubmitted"


def test_the_log_holds_no_personal_data(town: Town) -> None:
    town.submitted()

    payload = str(AuditEntry.objects.get(act="submit").payload)
    assert "Lan" not in payload and "0912345678" not in payload


def test_numbers_of_a_unit_and_day_follow_one_another(town: Town) -> None:
    codes = [town.submitted()[-4:] for _ in range(3)]

    assert codes == ["0001", "0002", "0003"]


def test_the_same_key_gives_the_same_dossier(town: Town) -> None:
    key = uuid4()
    command = By(town.citizen, SUBMITTED_AT, key)

    codes = {submit(by=command, application=town.application()).code for _ in range(5)}

    assert len(codes) == 1 == Dossier.objects.count()


def test_every_fault_is_named_and_nothing_is_saved(town: Town) -> None:
    answers = {**ANSWERS, "applicant_name": "", "house": {"floors": 99}}

    with pytest.raises(InvalidAnswers) as refusal:
        town.submitted(answers=answers, presented=())

    paths = {fault.path for fault in refusal.value.faults}
    assert paths == {"applicant_name", "house.floors", "paper:drawing"}
    assert not Dossier.objects.exists() and not AuditEntry.objects.filter(act="submit").exists()


def test_a_refused_application_takes_no_number(town: Town) -> None:
    with pytest.raises(InvalidAnswers):
        town.submitted(answers={})

    assert town.submitted().endswith("-0001")


def test_a_unit_without_competence_is_refused(town: Town) -> None:
    with pytest.raises(NotCompetent):
        town.submitted(competent_unit_id=town.centre_id)


def test_a_closed_version_takes_no_dossiers(town: Town) -> None:
    ProcedureVersion.objects.filter(pk=town.version_id).update(valid_to=SUBMITTED_AT.date())

    with pytest.raises(ClosedVersion):
        town.submitted()


def test_at_a_counter_the_actor_needs_the_post_there(town: Town) -> None:
    at_counter = town.application(channel=Channel.COUNTER, account_id=None)

    with pytest.raises(NotPermitted):
        submit(by=by(town.specialist, SUBMITTED_AT), application=at_counter)
    outcome = submit(by=by(town.counter, SUBMITTED_AT), application=at_counter)

    assert AuditEntry.objects.get(chain=f"dossier:{outcome.code}").post.startswith("counter@")
