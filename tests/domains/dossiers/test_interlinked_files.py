# SPDX-License-Identifier: Apache-2.0
"""A file asked for by the form of one member goes into that member's dossier, and nowhere else."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
import yaml

from motcua.domains.dossiers.acts.submit_interlinked import submit_interlinked
from motcua.domains.dossiers.application import InvalidAnswers
from motcua.domains.dossiers.models import Attachment, LinkedPart
from motcua.domains.vault import queries as vault
from motcua.domains.vault.acts.file_paper import file_paper
from motcua.domains.vault.acts.store_file import store_file
from tests.builders import by
from tests.domains.dossiers.interlinked import ANSWERS, HANDED_IN_AT, Family, one_page
from tests.domains.dossiers.interlinked import group_data as of_the_province

LEASE = {
    "name": "residence.lease", "kind": "file", "paper": "lease", "required": True,
    "label": {"vi": "Hợp đồng thuê nhà", "en": "Lease"},
}  # fmt: skip
MEMBER = "interlinked/1.004222.yaml"

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def group_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The group whose residence part asks for a lease in its form."""
    data = of_the_province.__wrapped__(tmp_path_factory)
    copy = tmp_path_factory.mktemp("lease") / "data"
    shutil.copytree(data, copy)
    config = yaml.safe_load((copy / MEMBER).read_text("utf-8"))
    page = next(one for one in config["form"]["pages"] if one["name"] == "residence")
    page["fields"].append(LEASE)
    (copy / MEMBER).write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")
    return copy


def lease() -> tuple[int, str]:
    """A paper and its reference."""
    stored = store_file(chunks=[one_page()], name="nha.pdf", at=HANDED_IN_AT)
    paper = file_paper(
        file=stored, kind="component", title="x", file_name="nha.pdf", at=HANDED_IN_AT
    )
    return paper.pk, str(vault.papers(id=paper.pk)[0].code)


def hand_in(family: Family, reference: str, *papers: tuple[str, int]) -> None:
    residence = {**ANSWERS["residence"], "lease": [reference]}
    application = family.application(
        answers={**ANSWERS, "residence": residence},
        papers=(("birth_notice", family.paper_id), *papers),
    )
    submit_interlinked(by=by(family.citizen, HANDED_IN_AT), application=application)


def test_the_file_waits_with_its_part_and_goes_into_its_dossier(family: Family) -> None:
    paper_id, reference = lease()

    hand_in(family, reference, ("lease", paper_id))

    waiting = LinkedPart.objects.get(name="residence")
    assert waiting.papers == [["lease", paper_id]]
    assert "lease" not in Attachment.objects.values_list("component_code", flat=True)
    family.decided(waiting.linkage.code, "birth", HANDED_IN_AT + timedelta(hours=2))
    held = Attachment.objects.get(component_code="lease")
    assert held.dossier_id == LinkedPart.objects.get(name="residence").dossier_id
    assert held.dossier.answers["residence"]["lease"] == [reference]


def test_a_file_that_was_not_sent_is_refused_where_the_whole_form_asks(family: Family) -> None:
    _, reference = lease()

    with pytest.raises(InvalidAnswers) as refused:
        hand_in(family, reference)

    assert "residence.lease" in [fault.path for fault in refused.value.faults]
