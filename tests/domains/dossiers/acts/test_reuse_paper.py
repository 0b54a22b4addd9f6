# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from motcua.domains.dossiers.acts.attach_paper import UnknownComponent
from motcua.domains.dossiers.acts.open_draft import open_draft
from motcua.domains.dossiers.acts.reuse_paper import reuse_paper
from motcua.domains.dossiers.models import Attachment, Draft
from motcua.domains.vault.acts.claim_papers import NotReusable
from motcua.domains.vault.acts.file_paper import Filing, file_paper
from motcua.domains.vault.acts.store_file import store_file
from motcua.domains.vault.kinds import PaperState
from motcua.domains.vault.queries import described
from motcua.kit.faults import NotFound
from tests.domains.dossiers.conftest import CODE, SUBMITTED_AT, Town
from tests.files import PDF

OWNER = "027190000019"


@pytest.fixture
def paper(town: Town, tmp_path: Path, settings) -> UUID:
    settings.MEDIA_ROOT = tmp_path
    stored = store_file(chunks=[PDF], name="a.pdf", at=SUBMITTED_AT)
    return file_paper(
        file=stored, kind="component", title="Giấy chứng nhận quyền sử dụng đất",
        file_name="a.pdf", at=SUBMITTED_AT, owner_id_number=OWNER, origin_dossier="H05-1",
        filing=Filing(type_code="land_certificate", state=PaperState.APPROVED),
    ).code  # fmt: skip


@pytest.fixture
def draft_id(town: Town) -> int:
    return open_draft(actor=town.citizen, at=SUBMITTED_AT, procedure_code=CODE)[0]


def reuse(draft_id: int, paper: UUID, component: str = "land", owner: str = OWNER) -> int:
    return reuse_paper(
        at=SUBMITTED_AT, draft_id=draft_id, component_code=component, paper_code=paper,
        owner_id_number=owner,
    )  # fmt: skip


def test_the_same_paper_lies_in_the_draft_once_and_nothing_is_copied(
    draft_id: int, paper: UUID
) -> None:
    ids = {reuse(draft_id, paper) for _ in range(3)}

    assert ids == {described(paper).id}
    assert Attachment.objects.get().component_code == "land"


def test_it_must_be_ones_own_and_of_the_kind_that_is_asked(draft_id: int, paper: UUID) -> None:
    for change in ({"owner": "027190000027"}, {"owner": ""}, {"component": "drawing"}):
        with pytest.raises(NotReusable):
            reuse(draft_id, paper, **change)
    with pytest.raises(UnknownComponent):
        reuse(draft_id, paper, component="nothing")
    with pytest.raises(NotFound):
        reuse(draft_id, UUID(int=1))
    assert not Attachment.objects.exists()


def test_an_expired_draft_takes_nothing(draft_id: int, paper: UUID) -> None:
    Draft.objects.update(expires_at=SUBMITTED_AT)

    with pytest.raises(NotFound):
        reuse(draft_id, paper)
