# SPDX-License-Identifier: Apache-2.0
"""Papers laid into a dossier: fresh ones become the applicant's, older ones are used again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from motcua.domains.dossiers import answer_files
from motcua.domains.dossiers.application import applicant_of
from motcua.domains.dossiers.models import Attachment, Dossier
from motcua.domains.people import queries as people
from motcua.domains.procedures import queries as procedures
from motcua.domains.procedures.queries.paper_types import paper_type
from motcua.domains.vault.acts.claim_papers import Claim, claim_papers
from motcua.kit.access import Actor, ActorKind
from motcua.kit.faults import NotFound


def lay_in(
    dossier: Dossier,
    papers: Sequence[tuple[str, int]],
    *,
    actor: Actor,
    at: datetime,
    linked: bool = False,
) -> None:
    """Attach papers by component and note whose they are; `dossier` is as it was just written.

    A part of a linkage (`linked`) shares the papers of its siblings unasked. Raises vault's
    NotReusable for a paper of somebody else or one that no longer holds.
    """
    if not papers:
        return
    Attachment.objects.bulk_create(
        Attachment(dossier_id=dossier.pk, component_code=code, paper_id=paper_id, at=at)
        for code, paper_id in papers
    )
    version = procedures.version(dossier.version_id)
    titles = answer_files.titles(version)
    types = {paper_id: paper_type(titles[code]["vi"]) if code in titles else ""
             for code, paper_id in papers}  # fmt: skip
    applicant = applicant_of(dossier.answers)
    claim = Claim(
        dossier_code=dossier.code,
        procedure_code=version.procedure_code,
        owner_kind=applicant.kind,
        owner_id_number=applicant.id_number or _own_number(dossier.account_id),
        owner_name=applicant.name,
        unit_id=dossier.receiving_unit_id if actor.kind is ActorKind.OFFICIAL else None,
        unasked=linked,
    )
    claim_papers(actor=actor, at=at, claim=claim, types=types)


def _own_number(account_id: int | None) -> str:
    """Return the account holder's number, for forms that do not ask for one."""
    if account_id is None:
        return ""
    try:
        return people.citizen(account_id).personal_id
    except NotFound:
        return ""
