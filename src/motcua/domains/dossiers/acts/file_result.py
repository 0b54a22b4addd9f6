# SPDX-License-Identifier: Apache-2.0
"""Make the result paper of a decided dossier and file it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from motcua.domains.dossiers.models import Dossier
from motcua.domains.dossiers.result_paper import render
from motcua.domains.vault.acts.file_paper import file_paper
from motcua.domains.vault.acts.store_file import store_file
from motcua.domains.vault.kinds import PaperKind
from motcua.kit.faults import NotFound
from motcua.rules.workflow import Status


@transaction.atomic
def file_result(*, code: str, at: datetime) -> bool:
    """Render the result PDF once; False when it exists already or the dossier is not decided.

    The paper says on its face that it is not digitally signed and is no e-result.
    """
    dossier = Dossier.objects.select_for_update().filter(code=code).first()
    if dossier is None:
        raise NotFound
    if dossier.result_paper_id or dossier.status not in (Status.COMPLETED, Status.RETURNED):
        return False
    stored = store_file(chunks=[render(dossier, at)], name="result.pdf", at=at)
    paper = file_paper(
        file=stored,
        kind=PaperKind.RESULT,
        title=dossier.version.title_vi,
        file_name=f"{code}.pdf",
        at=at,
        owner_id_number=dossier.applicant_id_number,
        origin_dossier=code,
    )
    Dossier.objects.filter(pk=dossier.pk).update(result_paper=paper)
    return True
