# SPDX-License-Identifier: Apache-2.0
"""Lay a paper of the citizen's own vault into a draft."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.domains.dossiers import signing
from motcua.domains.dossiers.acts.attach_paper import (
    MOST,
    TooManyPapers,
    UnknownComponent,
    open_draft_of,
)
from motcua.domains.dossiers.models import Attachment
from motcua.domains.procedures import queries as procedures
from motcua.domains.procedures.queries.paper_types import paper_type
from motcua.domains.vault import queries as vault
from motcua.domains.vault.acts.claim_papers import NotReusable
from motcua.kit.clock import VN


@transaction.atomic
def reuse_paper(
    *, at: datetime, draft_id: int, component_code: str, paper_code: UUID, owner_id_number: str
) -> int:
    """Lay the owner's valid paper in as the named component; returns its id. Twice is once.

    The face has made sure that the signed-in citizen is `owner_id_number`; handing in checks it
    against the applicant once more. Raises NotFound, DraftClosed, UnknownComponent, TooManyPapers,
    NotReusable.
    """
    draft = open_draft_of(draft_id, at)
    version = procedures.version(draft.version_id)
    kind = next((one for one in version.papers if one.code == component_code), None)
    if kind is None:
        raise UnknownComponent
    paper = vault.described(paper_code)
    own = bool(owner_id_number) and paper.owner_id_number == owner_id_number
    same = paper.type_code and paper.type_code == paper_type(kind.title["vi"])
    if not own or not same or not paper.is_reusable(at.astimezone(VN).date()):
        raise NotReusable
    laid = Attachment.objects.filter(draft=draft, replaced_at=None)
    if laid.filter(paper_id=paper.id, component_code=component_code).exists():
        return paper.id
    if laid.count() >= MOST:
        raise TooManyPapers(most=MOST)
    Attachment.objects.create(draft=draft, component_code=component_code, paper_id=paper.id, at=at)
    signing.void_changed(draft, at)
    return paper.id
