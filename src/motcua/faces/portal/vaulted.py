# SPDX-License-Identifier: Apache-2.0
"""What of the signed-in citizen's own papers may be used again for the form in progress."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.http import HttpRequest

from motcua.domains.dossiers.application import applicant_of
from motcua.domains.dossiers.queries.applicant import DraftCard
from motcua.domains.dossiers.queries.card import PaperLine
from motcua.domains.people import queries as people
from motcua.domains.procedures.queries import Version
from motcua.domains.procedures.queries.paper_types import paper_type
from motcua.domains.vault import queries as vault
from motcua.domains.vault.queries import OwnPaper
from motcua.faces.portal.screens import citizen_of
from motcua.kit import clock

Offers = Mapping[str, Sequence[OwnPaper]]


def owner(request: HttpRequest, draft: DraftCard) -> str:
    """Return whose vault may be drawn from: the citizen's who is also the applicant, else ""."""
    citizen = citizen_of(request)
    if citizen is None or citizen.account_id is None or draft.account_id is None:
        return ""
    own = people.citizen(citizen.account_id).personal_id
    return own if applicant_of(draft.answers).id_number in ("", own) else ""


def offers(
    request: HttpRequest, draft: DraftCard, version: Version, laid: Sequence[PaperLine]
) -> Offers:
    """Return by component the valid papers that are not yet in the draft; nothing for guests."""
    number = owner(request, draft)
    if not number:
        return {}
    given = {line.component_code for line in laid}
    types = {
        kind.code: paper_type(kind.title["vi"])
        for kind in version.papers
        if kind.role == "submit" and kind.code not in given
    }
    wanted = frozenset(filter(None, types.values()))
    found = vault.reusable(number, types=wanted, on=clock.today())
    return {code: found[kind] for code, kind in types.items() if kind in found}
