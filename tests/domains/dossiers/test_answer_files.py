# SPDX-License-Identifier: Apache-2.0
"""Answers that refer to files: only what lies beside them counts, and nothing else goes along."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from pytest_django.fixtures import Settings as DjangoSettings

from motcua.domains.dossiers.acts.attach_paper import attach_paper, detach_paper
from motcua.domains.dossiers.acts.clear_unattached import clear_unattached
from motcua.domains.dossiers.acts.open_draft import KEPT, open_draft
from motcua.domains.dossiers.acts.save_draft import save_draft
from motcua.domains.dossiers.acts.submit import submit
from motcua.domains.dossiers.acts.submit_draft import submit_draft
from motcua.domains.dossiers.application import InvalidAnswers
from motcua.domains.dossiers.models import Attachment, Dossier, Draft
from motcua.domains.dossiers.queries.card import card, draft_attachments
from motcua.domains.dossiers.slips.people import papers
from motcua.domains.vault import queries as vault
from motcua.domains.vault.acts.file_paper import file_paper
from motcua.domains.vault.acts.store_file import store_file
from motcua.domains.vault.models import Paper
from motcua.kit.access import GUEST
from tests.builders import by
from tests.domains.dossiers.conftest import ANSWERS, CODE, SUBMITTED_AT, Town
from tests.domains.dossiers.filing import publish_with_files
from tests.files import PDF

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def files_apart(settings: DjangoSettings, tmp_path: Path) -> None:
    """Keep uploaded papers of each test in a folder of its own."""
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def town(town: Town) -> Town:
    publish_with_files(town)
    return town


def drafted(town: Town) -> int:
    return open_draft(
        actor=GUEST, at=SUBMITTED_AT, procedure_code=CODE, competent_unit_id=town.competent_id
    )[0]


def attached(draft_id: int, component: str = "site_plan", name: str = "a.pdf") -> str:
    """Lay a file into the draft; its reference."""
    paper_id = attach_paper(
        at=SUBMITTED_AT, draft_id=draft_id, component_code=component, file_name=name, chunks=[PDF]
    )
    return reference(paper_id)


def reference(paper_id: int) -> str:
    return str(vault.papers(id=paper_id)[0].code)


def filed(name: str = "a.pdf") -> int:
    """A paper nobody has laid in anywhere."""
    stored = store_file(chunks=[PDF], name=name, at=SUBMITTED_AT)
    return file_paper(file=stored, kind="component", title="x", file_name=name, at=SUBMITTED_AT).pk


def save(draft_id: int, answers: dict[str, Any]) -> dict[str, Any]:
    save_draft(at=SUBMITTED_AT, draft_id=draft_id, answers=answers)
    return dict(Draft.objects.get(pk=draft_id).answers)


def with_plan(*references: str, **more: Any) -> dict[str, Any]:
    return {**ANSWERS, "house": {"floors": 3, "plan": list(references)}, **more}


def test_a_draft_keeps_references_to_its_own_files_only(town: Town) -> None:
    draft_id, other = drafted(town), drafted(town)
    own, foreign = attached(draft_id), attached(other)
    of_another_question = attached(draft_id, "photo")

    kept = save(draft_id, with_plan(own, foreign, of_another_question, "made-up"))

    assert kept["house"]["plan"] == [own]


def test_a_file_no_answer_refers_to_is_taken_out(town: Town) -> None:
    draft_id = drafted(town)
    first, second = attached(draft_id), attached(draft_id, "owner_card")
    save(draft_id, with_plan(first, owners=[{"name": "Trần An", "scan": [second]}]))

    save(draft_id, {"owners": []})

    assert [line.component_code for line in draft_attachments(draft_id)] == ["site_plan"]
    save(draft_id, {"copies": 2})
    assert [line.component_code for line in draft_attachments(draft_id)] == ["site_plan"]


def test_the_file_of_an_abandoned_form_is_cleared_away(town: Town) -> None:
    draft_id = drafted(town)
    save(draft_id, with_plan(attached(draft_id)))

    assert clear_unattached(at=SUBMITTED_AT + KEPT / 2) == 0
    assert clear_unattached(at=SUBMITTED_AT + KEPT) == 1
    assert not Paper.objects.exists()


def test_handing_in_takes_the_files_along_under_the_name_of_their_question(town: Town) -> None:
    draft_id = drafted(town)
    save(draft_id, with_plan(attached(draft_id, name="so-do.pdf")))

    code = submit_draft(by=by(GUEST, SUBMITTED_AT), draft_id=draft_id, source="synthetic").code

    held = Attachment.objects.get(dossier__code=code)
    assert (held.component_code, held.paper.title) == ("site_plan", "Sơ đồ vị trí")
    assert held.paper.origin_dossier == code
    assert "Sơ đồ vị trí" in str(papers(card(code)))


@pytest.mark.parametrize("given", [(), (("photo", 0),)])
def test_a_reference_without_its_file_is_refused(
    town: Town, given: tuple[tuple[str, int], ...]
) -> None:
    paper_id = filed()
    laid = tuple((component, paper_id) for component, _ in given)
    application = town.application(answers=with_plan(reference(paper_id)), papers=laid)

    with pytest.raises(InvalidAnswers) as refused:
        submit(by=by(town.citizen, SUBMITTED_AT), application=application)

    assert [(one.path, one.code) for one in refused.value.faults] == [("house.plan", "file")]
    assert not Dossier.objects.exists()


def test_a_needed_file_that_was_taken_out_is_missed(town: Town) -> None:
    draft_id = drafted(town)
    save(draft_id, with_plan(attached(draft_id)))
    detach_paper(at=SUBMITTED_AT, draft_id=draft_id, paper_id=Paper.objects.get().pk)

    with pytest.raises(InvalidAnswers) as refused:
        submit_draft(by=by(GUEST, SUBMITTED_AT), draft_id=draft_id, source="synthetic")

    assert [one.path for one in refused.value.faults] == ["house.plan"]


def test_a_file_that_no_answer_refers_to_stays_outside_the_dossier(town: Town) -> None:
    plan, stray = filed("plan.pdf"), filed("stray.pdf")
    laid = (("site_plan", plan), ("owner_card", stray))
    application = town.application(answers=with_plan(reference(plan)), papers=laid)

    code = submit(by=by(town.citizen, SUBMITTED_AT), application=application).code

    assert [line.paper_id for line in Attachment.objects.filter(dossier__code=code)] == [plan]
    assert Paper.objects.get(pk=stray).origin_dossier == ""


def test_one_cell_saved_late_lets_no_file_of_its_row_go(town: Town) -> None:
    draft_id = drafted(town)
    save(draft_id, {"owners": [{"name": "Trần"}]})
    scan = attached(draft_id, "owner_card")
    save(draft_id, {"owners": [{"name": "Trần", "scan": [scan]}]})

    def name_alone(kept: Mapping[str, Any]) -> Mapping[str, Any]:
        return {"owners": [{**kept["owners"][0], "name": "Trần An"}]}

    save_draft(at=SUBMITTED_AT, draft_id=draft_id, answers=name_alone)

    assert Draft.objects.get(pk=draft_id).answers["owners"] == [{"name": "Trần An", "scan": [scan]}]
    assert len(draft_attachments(draft_id)) == 1
