# SPDX-License-Identifier: Apache-2.0
"""Parts of a linkage become dossiers here: at once, or when what they wait for is decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID, uuid5

from motcua.domains.dossiers.acts.submit import submit
from motcua.domains.dossiers.application import Application
from motcua.domains.dossiers.ledger import By
from motcua.domains.dossiers.linked import DECIDED
from motcua.domains.dossiers.models import Dossier, Linkage, LinkedPart
from motcua.domains.procedures import queries as procedures
from motcua.domains.units.queries import AgencyCard
from motcua.kit.access import Actor
from motcua.kit.clock import VN

KEYS = UUID("0b7f6f3e-3f0e-4a52-9a2e-5d0c7e5a9d11")


def open_part(
    part: LinkedPart, linkage: Linkage, *, actor: Actor, at: datetime, results: Mapping[str, int]
) -> str:
    """Submit the part as a dossier under a key of its own and return the code.

    `results` are the ids of result papers by component code. The version and the law are those of
    the day the citizen handed the application in; the intake clock starts now.
    """
    by = By(actor, at, uuid5(KEYS, f"{linkage.code}/{part.name}"))
    outcome = submit(by=by, application=_application(part, linkage, results))
    dossier_id = Dossier.objects.values_list("pk", flat=True).get(code=outcome.code)
    LinkedPart.objects.filter(pk=part.pk).update(
        dossier_id=dossier_id, opened_at=at, answers={}, papers=[]
    )
    return outcome.code


def _application(part: LinkedPart, linkage: Linkage, results: Mapping[str, int]) -> Application:
    laid = [(str(code), int(paper_id)) for code, paper_id in part.papers]
    return Application(
        version_id=part.version_id,
        channel=linkage.channel,
        answers=part.answers,
        competent_unit_id=part.competent_unit_id,
        papers=(*laid, *results.items()),
        presented=tuple(part.presented),
        receiving_unit_id=None if part.waits_for else linkage.receiving_unit_id,
        return_unit_id=linkage.receiving_unit_id,
        account_id=linkage.account_id,
        source=linkage.source,
        as_of=linkage.submitted_at.astimezone(VN).date(),
    )


def unit_for(code: str, leading: AgencyCard) -> int | None:
    """Return who handles a member: the leading unit itself, one of its commune, or the only one."""
    competent: Sequence[AgencyCard] = procedures.competent_units(code)
    for card in competent:
        if card.id == leading.id:
            return card.id
    near = [card for card in competent if card.commune_code == leading.commune_code]
    return next((card.id for card in (*near, *competent)), None)


def ready_results(parts: Sequence[LinkedPart]) -> dict[str, int | None]:
    """Return the result papers of the decided parts by name; None where there is to be none."""
    found: dict[str, int | None] = {}
    for part in parts:
        dossier = part.dossier
        if dossier is None or dossier.status not in DECIDED:
            continue
        if dossier.result_paper_id or not procedures.version(part.version_id).result:
            found[part.name] = dossier.result_paper_id
    return found
