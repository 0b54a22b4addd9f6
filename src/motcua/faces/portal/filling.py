# SPDX-License-Identifier: Apache-2.0
"""The pages of the form: shown, saved field by field or page by page, checked on Continue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from motcua.domains.dossiers.acts.save_draft import save_draft
from motcua.domains.dossiers.queries.applicant import DraftCard
from motcua.domains.procedures import queries as procedures
from motcua.faces.design import form_files
from motcua.faces.design.environment import field_id
from motcua.faces.design.form_view import Surroundings, page_view
from motcua.faces.design.served_places import PLACES
from motcua.faces.portal import answering, drafts, sent_files
from motcua.faces.portal.screens import screen
from motcua.faces.portal.way import stations
from motcua.kit import clock
from motcua.kit.faults import NotFound, Stale
from motcua.kit.guards import public
from motcua.rules.forms import Fault, Form, Page
from motcua.rules.forms.nested import dig, put

MOVES = ("add:", "remove:")


@public
@require_http_methods(["GET", "HEAD", "POST"])
def fill(request: HttpRequest, page: str) -> HttpResponse:
    """Show a page of the form, or save it and go where the pressed button says."""
    draft = drafts.current(request)
    if draft.dossier_code:
        return HttpResponseRedirect(
            reverse("portal:receipt", args=[draft.dossier_code]), status=303
        )
    form = procedures.version(draft.version_id).form
    shown = _page_of(form, page)
    if request.method != "POST":
        return _show(request, draft, shown, draft.answers)
    return _take(request, draft, form, shown)


def _page_of(form: Form, name: str) -> Page:
    try:
        return form.page(name)
    except KeyError as error:
        raise NotFound from error


def _take(request: HttpRequest, draft: DraftCard, form: Form, page: Page) -> HttpResponse:
    action = request.POST.get("action", "continue")
    with transaction.atomic():
        taken = sent_files.taken(request, draft, page)
        answers = answering.with_page(form, draft.answers, page.name, taken.sent)
        focus = _rearranged(form, answers, action) if action.startswith(MOVES) else ""
        answers, refused = taken.told(form, answers)
        answers, faults = answering.tidied(form, answers, clock.today())
        _save(draft, answering.on_page(form, page.name, answers))
    here = answering.of_page(form, page.name, form_files.together(refused, faults))
    stays = refused or any(fault.code == "unclean_text" for fault in here)
    if action != "continue" and not stays:
        focus = focus or sent_files.focus(action)
        return HttpResponseRedirect(f"{request.path}{focus}", status=303)
    if here:
        status = taken.status if refused else 422
        told = here if action == "continue" else refused or here
        return _show(request, draft, page, answers, told, status)
    return HttpResponseRedirect(_next(form, page), status=303)


def _save(draft: DraftCard, answers: Mapping[str, Any]) -> None:
    save_draft(at=clock.now(), draft_id=draft.id, answers=answering.storable(answers))


def _rearranged(form: Form, answers: dict[str, Any], action: str) -> str:
    """Add or remove a row of a group in place; return the fragment to come back to."""
    verb, _, place = action.partition(":")
    name, _, index = (place, "", "") if verb == "add" else place.rpartition(".")
    group = next((field for field in form.fields if field.name == name and field.repeats), None)
    if group is None:
        return ""
    rows = list(dig(answers, name) or [])
    if verb == "add" and len(rows) < group.answer.most:
        rows.append({})
    if verb == "remove" and index.isascii() and index.isdigit() and int(index) < len(rows):
        del rows[int(index)]
    put(answers, name, rows)
    return f"#{field_id(name)}"


def _next(form: Form, page: Page) -> str:
    place = form.pages.index(page) + 1
    if place < len(form.pages):
        return reverse("portal:form", args=[form.pages[place].name])
    return reverse("portal:papers")


def _show(
    request: HttpRequest,
    draft: DraftCard,
    page: Page,
    answers: Mapping[str, Any],
    faults: Sequence[Fault] = (),
    status: int = 200,
) -> HttpResponse:
    version = procedures.version(draft.version_id)
    uploads = form_files.uploads(version.form, answers, sent_files.known(draft))
    around = Surroundings(faults=faults, uploads=uploads, places=PLACES)
    place = version.form.pages.index(page)
    context = {
        "version": version,
        "view": page_view(version.form, page, answers, around),
        "stations": stations(version),
        "here": place,
        "autosave": reverse("portal:autosave", args=[page.name]),
        "communes_url": reverse("portal:communes") + "?tinh=",
        "back": reverse("portal:form", args=[version.form.pages[place - 1].name])
        if place
        else None,
        "saved_at": draft.saved_at,
    }
    return screen(request, "form", context, tab="find", status=status)


@public
@require_POST
def autosave(request: HttpRequest, page: str) -> HttpResponse:
    """Save one field that was just left: 204, or 409 and 413 by the act's own faults."""
    draft = drafts.current(request)
    if draft.dossier_code:
        raise Stale
    form = procedures.version(draft.version_id).form
    _page_of(form, page)
    sent = answering.posted(request.POST)
    name = request.POST.get("_field", "")

    def changed(kept: Mapping[str, Any]) -> Mapping[str, Any]:
        answers = answering.one_field(form, kept, page, name, sent)
        if answers is None:
            raise NotFound
        return answering.storable(answers)

    save_draft(at=clock.now(), draft_id=draft.id, answers=changed)
    return HttpResponse(status=204)
