# SPDX-License-Identifier: Apache-2.0
"""Make the result paper of a decided dossier and file it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from motcua.domains.dossiers.models import Dossier
from motcua.domains.dossiers.result_paper import render
from motcua.domains.procedures import queries as procedures
from motcua.domains.procedures.queries.paper_types import paper_type
from motcua.domains.units import queries as units
from motcua.domains.vault.acts.file_paper import Filing, file_paper
from motcua.domains.vault.acts.store_file import store_file
from motcua.domains.vault.kinds import PaperKind, PaperState
from motcua.domains.vault.record import Record
from motcua.kit.access import SYSTEM
from motcua.kit.clock import VN
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
    title = _title(dossier)
    paper = file_paper(
        file=stored,
        kind=PaperKind.RESULT,
        title=title,
        file_name=f"{code}.pdf",
        at=at,
        owner_id_number=dossier.applicant_id_number,
        origin_dossier=code,
        filing=_filing(dossier, title, at),
        columns=_record(dossier, at).columns(on=at.astimezone(VN).date()),
    )
    Dossier.objects.filter(pk=dossier.pk).update(result_paper=paper)
    return True


def _title(dossier: Dossier) -> str:
    """Return what the result is called, the procedure's title where the result has none."""
    version = procedures.version(dossier.version_id)
    title = (version.result or {}).get("title") or version.title
    return str(title["vi"])


def _filing(dossier: Dossier, title: str, at: datetime) -> Filing:
    """File it as approved: the system made it from a decision, nobody need compare a scan."""
    return Filing(
        type_code=paper_type(title),
        owner_kind=dossier.applicant_kind,
        origin_procedure=dossier.procedure_code,
        digitised_by=SYSTEM.code,
        digitised_at=at,
        digitised_unit_id=dossier.competent_unit_id,
        state=PaperState.APPROVED,
    )


def _record(dossier: Dossier, at: datetime) -> Record:
    """Return what stands on the result; it has no number and no signer until it is signed."""
    on = at.astimezone(VN).date()
    return Record(
        owner_name=dossier.applicant_name,
        abstract=procedures.version(dossier.version_id).title["vi"][:500],
        issuer=units.agency(dossier.competent_unit_id, on=on).name_vi,
        issued_on=on,
    )
