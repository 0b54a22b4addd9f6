# SPDX-License-Identifier: Apache-2.0
"""The page before the form: which office, what is needed, and the button that opens a draft."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from motcua.domains.dossiers.acts.open_draft import open_draft
from motcua.domains.dossiers.acts.save_draft import save_draft
from motcua.domains.dossiers.queries import applicant as dossiers
from motcua.domains.people import queries as people
from motcua.domains.procedures import queries as procedures
from motcua.domains.procedures.queries import Version
from motcua.domains.units import queries as places
from motcua.domains.units.queries import AgencyCard
from motcua.faces.design.units import name_of
from motcua.faces.portal import drafts
from motcua.faces.portal.durations import measured_view
from motcua.faces.portal.prefill import prefilled
from motcua.faces.portal.procedure_view import member_titles, procedure_view
from motcua.faces.portal.screens import applicant_of, citizen_of, screen
from motcua.faces.portal.wording import limit_words
from motcua.kit import clock
from motcua.kit.faults import Fault
from motcua.kit.guards import citizen_required, public
from motcua.rules.fees import Channel
from motcua.rules.words import fold


class NobodyCompetent(Fault):
    """The catalogue does not say who handles the procedure."""

    status = 409
    sentence = gettext_lazy(
        "It is not known yet which unit handles this procedure, so it cannot be submitted online."
    )


@public
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest, code: str) -> HttpResponse:
    """Ask for the office; opening the draft is the first thing that is saved."""
    version = procedures.current(code, clock.today())
    units = procedures.competent_units(code)
    if request.method != "POST":
        return _ask(request, version, units)
    if not settings.LOCAL_SUBMISSION:
        raise drafts.SubmittedElsewhere
    if not units:
        raise NobodyCompetent
    chosen = _chosen(request, units)
    if chosen is None:
        return _ask(request, version, units, gettext("Choose the office that shall handle it."))
    return _opened(request, version, chosen)


def _chosen(request: HttpRequest, units: Sequence[AgencyCard]) -> int | None:
    wanted = request.POST.get("unit", "")
    return next((card.id for card in units if str(card.id) == wanted), None)


def _opened(request: HttpRequest, version: Version, unit_id: int) -> HttpResponse:
    at = clock.now()
    draft_id, secret = open_draft(
        actor=applicant_of(request), at=at, procedure_code=version.code, competent_unit_id=unit_id
    )
    answers = prefilled(version.form, citizen_of(request))
    if answers:
        save_draft(at=at, draft_id=draft_id, answers=answers)
    first = reverse("portal:form", args=[version.form.pages[0].name])
    response = HttpResponseRedirect(first, status=303)
    return drafts.remember(request, response, draft_id=draft_id, secret=secret)


def _ask(
    request: HttpRequest, version: Version, units: Sequence[AgencyCard], error: str = ""
) -> HttpResponse:
    draft = drafts.in_progress(request)
    kept = draft if draft is not None and draft.version_id == version.id else None
    chosen = _chosen(request, units) or _suggested(request, units)
    context = {
        "version": version,
        "limit": limit_words(version.terms.of(Channel.ONLINE).on(clock.today())),
        "shown": procedure_view(version, tuple(units), clock.today()),
        "units": [(card.id, name_of(card)) for card in units],
        "chosen": chosen,
        "took": measured_view(version.code, int(chosen), clock.now()) if chosen else None,
        "error": error,
        "members": member_titles(version),
        "kept": kept,
        "pages": version.form.pages,
        "sign_in": f"{reverse(settings.SIGN_IN_ROUTES['citizen'])}?next={quote(request.path)}",
    }
    return screen(request, "start", context, tab="find", status=422 if error else 200)


def _suggested(request: HttpRequest, units: Sequence[AgencyCard]) -> int | str:
    """Return the only office, or that of the commune in the citizen's address."""
    if len(units) == 1:
        return units[0].id
    citizen = citizen_of(request)
    if citizen is None or citizen.person_id is None:
        return ""
    address = fold(people.citizen(citizen.person_id).address)
    near = (card for card in units if _commune_words(card) and _commune_words(card) in address)
    return next((card.id for card in near), "")


def _commune_words(card: AgencyCard) -> str:
    """Return the name of an agency's commune as addresses hold it: `phuong kinh bac`."""
    commune = places.commune(card.commune_code) if card.commune_code else None
    return fold(commune.name_vi) if commune else ""


@citizen_required
@require_safe
def go_on(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Take one of the citizen's own drafts up again. Raises NotFound for anybody else's."""
    person = citizen_of(request)
    draft = dossiers.draft_of_account(draft_id, person.account_id, at=clock.now())
    version = procedures.version(draft.version_id)
    first = reverse("portal:form", args=[version.form.pages[0].name])
    response = HttpResponseRedirect(first, status=303)
    return drafts.remember(request, response, draft_id=draft.id, secret="")
