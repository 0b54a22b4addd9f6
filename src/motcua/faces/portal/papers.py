# SPDX-License-Identifier: Apache-2.0
"""The page of papers: several files for each component, streamed into the vault."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from motcua.domains.dossiers.acts.attach_paper import attach_paper, detach_paper
from motcua.domains.dossiers.acts.reuse_paper import reuse_paper
from motcua.domains.dossiers.application import missing_papers
from motcua.domains.dossiers.queries.applicant import DraftCard
from motcua.domains.dossiers.queries.card import PaperLine, draft_attachments
from motcua.domains.procedures import queries as procedures
from motcua.domains.procedures.queries import PaperKind, Version
from motcua.domains.vault import queries as vault
from motcua.domains.vault.acts.claim_papers import NotReusable
from motcua.domains.vault.queries import OwnPaper
from motcua.faces.design.titles import both_text
from motcua.faces.design.uploads import ACCEPTED, MOST_BYTES, MOST_FILES, worst
from motcua.faces.portal import drafts, uploads, vaulted
from motcua.faces.portal.screens import screen
from motcua.faces.portal.uploads import PREFIX, Refusal
from motcua.faces.portal.vaulted import Offers
from motcua.faces.portal.way import stations
from motcua.kit import clock
from motcua.kit.faults import NotFound
from motcua.kit.guards import public
from motcua.rules.conditions import Condition

REMOVE = "remove:"
REUSE = "reuse:"


@dataclass(frozen=True, slots=True)
class Asked:
    """One component with what was sent for it and what is wrong."""

    name: str
    kind: PaperKind
    is_needed: bool
    files: tuple[dict[str, Any], ...]
    error: str
    offers: tuple[tuple[str, OwnPaper], ...]


@public
@require_http_methods(["GET", "HEAD", "POST"])
def papers(request: HttpRequest) -> HttpResponse:
    """Show the papers, take files in, take one out, or go on to the last check."""
    draft = drafts.current(request)
    if draft.dossier_code:
        return HttpResponseRedirect(
            reverse("portal:receipt", args=[draft.dossier_code]), status=303
        )
    if request.method != "POST":
        return _show(request, draft, (), "")
    action = request.POST.get("action", "continue")
    if action.startswith(REMOVE):
        _remove(draft, action.removeprefix(REMOVE))
        return HttpResponseRedirect(request.path, status=303)
    if action.startswith(REUSE):
        return _reuse(request, draft, action.removeprefix(REUSE))
    refused = uploads.taken(request, lambda *sent: _attach(draft, *sent))
    if refused:
        return _show(request, draft, refused, "")
    if action != "continue":
        return HttpResponseRedirect(request.path, status=303)
    if _missing(draft, _files(draft)):
        return _show(request, draft, (), gettext("This paper is needed."))
    return HttpResponseRedirect(reverse("portal:check"), status=303)


def _attach(draft: DraftCard, component: str, file: UploadedFile, name: str) -> None:
    attach_paper(
        at=clock.now(), draft_id=draft.id, component_code=component, file_name=name,
        chunks=file.chunks(),
    )  # fmt: skip


def _remove(draft: DraftCard, code: str) -> None:
    try:
        paper = vault.paper(UUID(code))
    except ValueError as error:
        raise NotFound from error
    detach_paper(at=clock.now(), draft_id=draft.id, paper_id=paper.id)


def _reuse(request: HttpRequest, draft: DraftCard, chosen: str) -> HttpResponse:
    """Lay the chosen paper of the vault in; what can no longer be used is said above the form."""
    component, _, code = chosen.partition("/")
    try:
        reuse_paper(
            at=clock.now(), draft_id=draft.id, component_code=component, paper_code=UUID(code),
            owner_id_number=vaulted.owner(request, draft),
        )  # fmt: skip
    except ValueError as error:
        raise NotFound from error
    except NotReusable as fault:
        refusal = Refusal(component, gettext("From the vault"), str(fault), fault.status)
        return _show(request, draft, (refusal,), "")
    return HttpResponseRedirect(request.path, status=303)


def _files(draft: DraftCard) -> tuple[PaperLine, ...]:
    return draft_attachments(draft.id)


def _missing(draft: DraftCard, files: Sequence[PaperLine]) -> frozenset[str]:
    version = procedures.version(draft.version_id)
    given = {line.component_code for line in files}
    faults = missing_papers(version, draft.answers, given)
    return frozenset(fault.path.removeprefix("paper:") for fault in faults)


def _show(
    request: HttpRequest, draft: DraftCard, refused: Sequence[Refusal], missing_words: str
) -> HttpResponse:
    version, files = procedures.version(draft.version_id), _files(draft)
    errors = _errors(refused)
    if missing_words:
        errors |= dict.fromkeys(_missing(draft, files), missing_words)
    offers = vaulted.offers(request, draft, version, files)
    asked = tuple(_asked(version, draft, files, errors, offers))
    faults = [(one.name, f"{both_text(one.kind.title)}: {one.error}") for one in asked if one.error]
    way = stations(version)
    known = {one.kind.code for one in asked}
    faults += [(None, words) for code, words in errors.items() if code not in known]
    context = {
        "version": version,
        "asked": asked,
        "to_show": [kind for kind in version.papers if kind.role == "present"],
        "faults": faults,
        "stations": way,
        "here": len(way) - 2,
        "accepted": ACCEPTED,
        "most_bytes": MOST_BYTES,
        "most_files": MOST_FILES,
        "back": reverse("portal:form", args=[version.form.pages[-1].name]),
    }
    status = worst(one.status for one in refused) if refused else 422 if missing_words else 200
    return screen(request, "papers", context, tab="find", status=status)


def _errors(refused: Sequence[Refusal]) -> dict[str, str]:
    errors: dict[str, str] = {}
    for one in refused:
        words = f"{one.file_name}: {one.sentence}"
        errors[one.component] = f"{errors.get(one.component, '')} {words}".strip()
    return errors


def _asked(
    version: Version,
    draft: DraftCard,
    files: Sequence[PaperLine],
    errors: dict[str, str],
    offers: Offers,
) -> Iterator[Asked]:
    for kind in version.papers:
        if kind.role == "submit" and _may_apply(kind, kind.condition, draft):
            sent = tuple(
                {"name": line.file_name, "size": line.size,
                 "href": reverse("portal:paper_record", args=[line.paper_code]),
                 "remove_value": f"{REMOVE}{line.paper_code}"}
                for line in files
                if line.component_code == kind.code
            )  # fmt: skip
            needed = kind.is_required(draft.answers)
            values = tuple(
                (f"{REUSE}{kind.code}/{paper.code}", paper) for paper in offers.get(kind.code, ())
            )
            yield Asked(PREFIX + kind.code, kind, needed, sent, errors.get(kind.code, ""), values)


def _may_apply(kind: PaperKind, condition: Condition | None, draft: DraftCard) -> bool:
    """Leave out what the answers make pointless; without a condition everything may be given."""
    return condition is None or condition.holds(draft.answers)
