# SPDX-License-Identifier: Apache-2.0
"""The last look at one's answers, and the button that submits them once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from motcua.domains.dossiers.acts.submit_draft import submit_draft
from motcua.domains.dossiers.application import InvalidAnswers, missing_papers
from motcua.domains.dossiers.ledger import By
from motcua.domains.dossiers.lookups import ReferenceLookups
from motcua.domains.dossiers.queries import signatures
from motcua.domains.dossiers.queries.applicant import DraftCard
from motcua.domains.dossiers.queries.card import PaperLine, draft_attachments
from motcua.domains.procedures import queries as procedures
from motcua.domains.procedures.queries import Version
from motcua.domains.units import queries as units
from motcua.faces.design.form_view import Upload
from motcua.faces.design.titles import active, both_text
from motcua.faces.design.units import name_of
from motcua.faces.portal import answering, commands, drafts, said, sent_files
from motcua.faces.portal.alike import open_before
from motcua.faces.portal.screens import applicant_of, citizen_of, screen
from motcua.faces.portal.way import stations
from motcua.kit import clock
from motcua.kit.faults import Fault
from motcua.kit.guards import public
from motcua.rules import fees, forms


class ChangedSince(Fault):
    """The draft was changed in another window after the check page was shown."""

    status = 409
    sentence = gettext_lazy(
        "Your answers were changed after you opened this page. Check them again, then submit."
    )


@dataclass(frozen=True, slots=True)
class PageCheck:
    """One page of answers with the way back to it."""

    title: str
    href: str
    rows: Sequence[tuple[str, str]]


@public
@require_safe
def check(request: HttpRequest) -> HttpResponse:
    """Show all answers, papers and the fee before anything is submitted."""
    draft = drafts.current(request)
    if draft.dossier_code:
        return HttpResponseRedirect(
            reverse("portal:receipt", args=[draft.dossier_code]), status=303
        )
    return _show(request, draft, ())


@public
@require_POST
def submit(request: HttpRequest) -> HttpResponse:
    """Submit the draft; twenty clicks make one dossier, and all lead to its receipt."""
    key = commands.key_of(request)
    draft = drafts.current(request)
    if draft.dossier_code:
        return _to_receipt(request, draft.dossier_code)
    if request.POST.get("saved", "") != draft.saved_at.isoformat():
        raise ChangedSince
    by = By(applicant_of(request), clock.now(), key)
    source = "synthetic" if settings.DEMO else "real"
    try:
        outcome = submit_draft(by=by, draft_id=draft.id, source=source)
    except InvalidAnswers as error:
        return _show(request, draft, error.faults)
    return _to_receipt(request, outcome.code)


def _to_receipt(request: HttpRequest, code: str) -> HttpResponse:
    response = HttpResponseRedirect(reverse("portal:receipt", args=[code]), status=303)
    drafts.keep_for_receipt(request, response)
    return response


def _show(request: HttpRequest, draft: DraftCard, refused: Sequence[forms.Fault]) -> HttpResponse:
    version = procedures.version(draft.version_id)
    on = clock.today()
    result = forms.check(version.form, draft.answers, on=on, lookups=ReferenceLookups())
    files = draft_attachments(draft.id)
    missing = missing_papers(version, result.values, {line.component_code for line in files})
    quote = fees.quote(version.fees, answers=result.values, channel=fees.Channel.ONLINE, on=on)
    unit = units.agency(draft.competent_unit_id) if draft.competent_unit_id else None
    way = stations(version)
    lines = signatures.of_draft(draft.id, citizen_of(request)) if version.signers else ()
    context = {
        "version": version,
        "draft": draft,
        "pages": list(_pages(version, result, sent_files.known(draft))),
        "papers": _papers(version, files),
        "faults": list(_faults(version, refused or (*result.faults, *missing))),
        "quote": quote,
        "fee_known": bool(version.fees) or version.facts.get("fee_type") == "free",
        "unit": name_of(unit) if unit else "",
        "stations": way,
        "here": len(way) - 1,
        "key": commands.new_key(),
        "signatures": lines,
        "unsigned": not all(line.is_done for line in lines),
        "invite_key": commands.new_key,
        "sign_address": settings.PUBLIC_URL,
        "saved": draft.saved_at.isoformat(),
        "open_before": open_before(version, result.values, citizen_of(request)),
    }
    return screen(request, "check", context, tab="find", status=422 if refused else 200)


def _pages(
    version: Version, result: forms.Checked, sent: Mapping[str, Upload]
) -> Iterator[PageCheck]:
    for page in version.form.pages:
        href = reverse("portal:form", args=[page.name])
        rows = said.rows(page, result.values, result.shown, sent)
        yield PageCheck(page.title[active()], href, rows)


def _papers(version: Version, files: Sequence[PaperLine]) -> list[tuple[str, str]]:
    titles = {kind.code: both_text(kind.title) for kind in version.papers}
    named: dict[str, list[str]] = {}
    for line in files:
        if line.component_code in titles:
            named.setdefault(line.component_code, []).append(line.file_name)
    return [(titles[code], ", ".join(names)) for code, names in named.items()]


def _faults(version: Version, found: Sequence[forms.Fault]) -> Iterator[tuple[str, str]]:
    """Yield address and sentence of every fault, in the order of the pages."""
    for page in version.form.pages:
        href = reverse("portal:form", args=[page.name])
        for field in page.fields:
            here = [one for one in found if answering.is_of(one, field.name)]
            if here:
                yield href, f"{field.label[active()]}: {here[0].say(gettext, active())}"
    for kind in version.papers:
        if any(one.path == f"paper:{kind.code}" for one in found):
            missing = gettext("this paper is needed")
            yield reverse("portal:papers"), f"{both_text(kind.title)}: {missing}"
