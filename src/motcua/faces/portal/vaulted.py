# SPDX-License-Identifier: Apache-2.0
"""What of the signed-in citizen's own papers may be used again for the form in progress."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.http import HttpRequest

from motcua.domains.dossiers.application import applicant_of
from motcua.domains.dossiers.queries.applicant import DraftCard
from motcua.domains.dossiers.queries.card import DossierCard, PaperLine
from motcua.domains.people import queries as people
from motcua.domains.procedures.queries import PaperKind, Version
from motcua.domains.procedures.queries.paper_types import paper_type
from motcua.domains.vault import queries as vault
from motcua.domains.vault.queries import OwnPaper
from motcua.faces.portal.screens import citizen_of
from motcua.kit import clock

Offers = Mapping[str, Sequence[OwnPaper]]


def owner(request: HttpRequest, filled: DraftCard | DossierCard) -> str:
    """Return whose vault may be drawn from: the citizen's who is also the applicant, else ""."""
    citizen = citizen_of(request)
    if citizen is None or citizen.account_id is None or filled.account_id is None:
        return ""
    own = people.citizen(citizen.account_id).personal_id
    return own if applicant_of(filled.answers).id_number in ("", own) else ""


def offers(
    request: HttpRequest, draft: DraftCard, version: Version, laid: Sequence[PaperLine]
) -> Offers:
    """Return by component the valid papers that are not yet in the draft; nothing for guests."""
    given = {line.component_code for line in laid}
    kinds = [one for one in version.papers if one.role == "submit" and one.code not in given]
    return _found(owner(request, draft), kinds)


def offers_beside(request: HttpRequest, shown: DossierCard, kinds: Sequence[PaperKind]) -> Offers:
    """Return by component what may stand for papers asked again; not what the dossier has."""
    found = _found(owner(request, shown), kinds)
    fresh = {
        code: tuple(paper for paper in held if paper.origin_dossier != shown.code)
        for code, held in found.items()
    }
    return {code: held for code, held in fresh.items() if held}


def _found(number: str, kinds: Sequence[PaperKind]) -> Offers:
    if not number:
        return {}
    types = {kind.code: paper_type(kind.title["vi"]) for kind in kinds}
    wanted = frozenset(filter(None, types.values()))
    found = vault.reusable(number, types=wanted, on=clock.today())
    return {code: found[kind] for code, kind in types.items() if kind in found}
