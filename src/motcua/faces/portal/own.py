# SPDX-License-Identifier: Apache-2.0
"""What belongs to the signed-in citizen: dossiers, drafts and notices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from motcua.domains.dossiers.queries import applicant as dossiers
from motcua.domains.dossiers.queries import linkages, signatures
from motcua.domains.notices import queries as notices
from motcua.domains.notices.acts.mark_read import mark_read
from motcua.domains.notices.queries import NoticeCard
from motcua.domains.procedures import queries as procedures
from motcua.domains.support.queries import petitions
from motcua.faces.portal.screens import citizen_of, screen
from motcua.kit import clock
from motcua.kit.access import Actor
from motcua.kit.guards import citizen_required

TO_SIGNER = frozenset({"SignerInvited", "SigningVoided", "SignedCompleted"})
TO_PETITION = frozenset(
    {
        "PetitionTransferred",
        "PetitionerAsked",
        "PetitionRefused",
        "PetitionAnswered",
        "AnswerPublished",
    }
)


@citizen_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """List the citizen's drafts and dossiers, newest first."""
    person, at = citizen_of(request), clock.now()
    account_id, whole = person.account_id, _sees_all(person)
    rows = [row for row in dossiers.own_dossiers(account_id) if _reaches(person, row)]
    drafts = [row for row in dossiers.own_drafts(account_id, at=at) if _reaches(person, row)]
    linked = [row for row in linkages.own_linkages(account_id) if _reaches(person, row)]
    own = signatures.personal_id_of(person) if person.mandate is None else ""
    context = {
        "linked": [(row, procedures.title(row.version_id)) for row in linked],
        "rows": [(row, procedures.title(row.version_id)) for row in rows],
        "drafts": [(draft, procedures.title(draft.version_id)) for draft in drafts],
        "to_sign": [
            (one, procedures.title(one.version_id)) for one in signatures.waiting_for(own, at)
        ],
        "signed": [(one, procedures.title(one.version_id)) for one in signatures.signed_by(own)],
        "petitions": petitions.own(account_id) if person.mandate is None else (),
        "unread": notices.unread_count(account_id) if whole else 0,
    }
    seen = [row.code for row in rows]
    return screen(request, "mine", context, tab="mine", subjects=seen)


def _reaches(person: Actor, row: Any) -> bool:
    """Say whether a representative may see this row; people see all that is theirs."""
    return person.reaches(
        procedure_code=procedures.version(row.version_id).code,
        dossier_code=getattr(row, "code", ""),
    )


def _sees_all(person: Actor) -> bool:
    return person.mandate is None or person.mandate.is_whole


@citizen_required
@require_http_methods(["GET", "HEAD", "POST"])
def told(request: HttpRequest) -> HttpResponse:
    """List the notices; POST marks them read."""
    person = citizen_of(request)
    if request.method == "POST":
        mark_read(actor=person, at=clock.now())
        return HttpResponseRedirect(reverse("portal:notices"), status=303)
    context = {
        "notices": [_linked(card) for card in _notices(person)], "may_mark": _sees_all(person)
    }  # fmt: skip
    return screen(request, "notices", context, tab="notices")


def _notices(person: Actor) -> Sequence[NoticeCard]:
    """Return the newest notices; a leave for one matter shows those of its dossiers only."""
    newest = notices.latest(person.account_id)
    if _sees_all(person):
        return newest
    rows = (*dossiers.own_dossiers(person.account_id), *linkages.own_linkages(person.account_id))
    codes = {row.code for row in rows if _reaches(person, row)}
    return [card for card in newest if card.dossier_code in codes]


def _linked(card: NoticeCard) -> dict[str, Any]:
    """Return a notice with the page it leads to."""
    if card.kind.startswith("Representation"):
        href = reverse("portal:representing")
    elif card.kind in TO_SIGNER:
        href = reverse("portal:sign", args=[card.dossier_code])
    elif card.kind in TO_PETITION:
        href = reverse("portal:petition", args=[card.dossier_code])
    elif card.kind == "TicketAnswered":
        href = reverse("portal:ticket", args=[card.dossier_code])
    elif card.kind.startswith("Signing"):
        href = reverse("portal:mine")
    else:
        href = reverse("portal:dossier", args=[card.dossier_code])
    return {"words": card.words, "at": card.at, "unread": card.unread, "href": href}
