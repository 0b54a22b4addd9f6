# SPDX-License-Identifier: Apache-2.0
"""The counter: a person's application is typed in, submitted and received in one go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID, uuid4, uuid5

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from motcua.domains.dossiers.acts.receive import receive
from motcua.domains.dossiers.acts.submit import submit
from motcua.domains.dossiers.application import Application, Channel, InvalidAnswers, Source
from motcua.domains.dossiers.ledger import By
from motcua.domains.procedures import queries as procedures
from motcua.domains.procedures.queries import Version
from motcua.faces.design.rows import with_rows_changed
from motcua.faces.desk import answering, dossier, posted, presented, uploads
from motcua.faces.desk.naming import name_of, unit_name
from motcua.faces.desk.screens import screen
from motcua.faces.desk.uploads import Kept, Refusal
from motcua.kit import clock
from motcua.kit.access import NotPermitted, Role
from motcua.kit.faults import Fault, NotFound
from motcua.kit.guards import role_required

RECENT: Final = "desk_recent"
RECENT_MOST: Final = 8
FOUND_MOST: Final = 15
RECENT_SECONDS: Final = 30 * 24 * 3600
LONGEST_SEARCH: Final = 200


@role_required(Role.COUNTER)
@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """Offer the procedures of all units of the province; the recent ones need no search."""
    text = request.GET.get("find", "").replace("\x00", "")[:LONGEST_SEARCH].strip()
    found = procedures.find(text, on=clock.today(), limit=FOUND_MOST) if text else ()
    context = {"text": text, "found": found, "recent": _recent(request)}
    return screen(request, "choose", context, tab="reception")


def _recent(request: HttpRequest) -> list[Version]:
    versions = []
    for code in request.COOKIES.get(RECENT, "").split("~")[:RECENT_MOST]:
        try:
            versions.append(procedures.current(code, clock.today()))
        except NotFound:
            continue
    return versions


@role_required(Role.COUNTER)
@require_http_methods(["GET", "HEAD", "POST"])
def take_in(request: HttpRequest, procedure: str) -> HttpResponse:
    """Show the form of a procedure, or take the filled one in and go to its receipt."""
    if request.method != "POST":
        return _show(request, procedures.current(procedure, clock.today()), {})
    version = _version(request, procedure)
    at = clock.now()
    kept = uploads.kept_before(request)
    titles = {kind.code: kind.title["vi"] for kind in version.papers if kind.role == "submit"}
    fresh, refused = uploads.taken(request, titles, at)
    kept += fresh
    answers = answering.read(version.form, request.POST)
    action = request.POST.get("action", "submit")
    changed = with_rows_changed(version.form, answers, action)
    if refused or changed is not None or action != "submit":
        return _show(request, version, changed or answers, kept=kept, refused=refused)
    return _hand_in(request, version, answers, kept)


def _version(request: HttpRequest, procedure: str) -> Version:
    """Return the version the form was drawn from. Raises NotFound, FormBroken."""
    version = procedures.version(posted.number(request.POST, "version"))
    if version.code != procedure:
        raise posted.FormBroken
    return version


def _hand_in(
    request: HttpRequest, version: Version, answers: dict[str, Any], kept: list[Kept]
) -> HttpResponse:
    """Submit and receive under two keys of one form: repeated, it ends at the same receipt."""
    try:
        by = posted.by(request)
        application = _application(request, version, answers, kept)
        code = submit(by=by, application=application).code
    except InvalidAnswers as error:
        return _show(request, version, answers, kept=kept, fault=error, faults=error.faults)
    except Fault as fault:
        return _show(request, version, answers, kept=kept, fault=fault)
    try:
        second = By(by.actor, by.at, uuid5(by.key, "receive"))
        number = posted.text(request.POST, "at:external_number")
        receive(by=second, code=code, external_number=number)
    except Fault as fault:
        return dossier.refused(request, code, "receive", fault)
    response = HttpResponseRedirect(reverse("desk:receipt", args=[code]), status=303)
    _remember(request, response, version.code)
    return response


def _application(
    request: HttpRequest, version: Version, answers: dict[str, Any], kept: Sequence[Kept]
) -> Application:
    form = request.POST
    shown = presented.ticked(form, version.papers)
    receiving = posted.number(form, "at:counter")
    if request.actor.post(Role.COUNTER, receiving) is None:
        raise NotPermitted
    return Application(
        version_id=version.id,
        channel=Channel.COUNTER,
        answers=answers,
        competent_unit_id=_competent(request),
        papers=tuple((one.component, one.paper_id) for one in kept),
        presented=shown,
        counts=presented.counts(form, shown),
        receiving_unit_id=receiving,
        source=Source.SYNTHETIC if settings.DEMO else Source.REAL,
    )


def _competent(request: HttpRequest) -> int:
    """Return the one chosen unit. Raises FormBroken, UnknownUnit."""
    chosen = posted.unit_ids(request.POST, "at:unit")
    if len(chosen) != 1:
        raise posted.FormBroken
    return chosen[0]


def _remember(request: HttpRequest, response: HttpResponse, code: str) -> None:
    known = [code, *(one.code for one in _recent(request) if one.code != code)]
    response.set_cookie(
        RECENT, "~".join(known[:RECENT_MOST]), max_age=RECENT_SECONDS, path="/desk/reception",
        secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax",
    )  # fmt: skip


def _show(
    request: HttpRequest,
    version: Version,
    answers: dict[str, Any],
    *,
    kept: Sequence[Kept] = (),
    refused: Sequence[Refusal] = (),
    fault: Fault | None = None,
    faults: Sequence[Any] = (),
) -> HttpResponse:
    counters = [post.unit_id for post in request.actor.posts_as(Role.COUNTER)]
    sheet = answering.sheet(version.form, answers, faults=faults)
    papers = presented.lines(request, version.papers, kept=kept, refused=refused, faults=faults)
    wrong = [*sheet.faults, *presented.summary(papers)]
    context = {
        "version": version,
        "sheet": sheet,
        "papers": papers,
        "wrong": wrong or ([(None, str(fault))] if fault else []),
        "counters": [(str(unit_id), unit_name(unit_id)) for unit_id in counters],
        "counter": request.POST.get("at:counter", ""),
        **_units(request, version, counters),
        "external_number": request.POST.get("at:external_number", ""),
        "key": _key(request, fault),
        "accepted": uploads.ACCEPTED,
        "most_bytes": uploads.MOST_BYTES,
        "most_files": uploads.MOST_FILES,
    }
    status = uploads.worst(refused) if refused else fault.status if fault else 200
    return screen(request, "take_in", context, tab="reception", status=status)


def _units(request: HttpRequest, version: Version, counters: Sequence[int]) -> dict[str, Any]:
    """Return the competent units; the one that our own counter serves is chosen beforehand."""
    cards = procedures.competent_units(version.code, clock.today())
    near = next((card.id for card in cards if card.one_stop_id in counters), None)
    only = cards[0].id if len(cards) == 1 else near
    chosen = request.POST.get("at:unit") or str(only or "")
    return {"units": [(str(card.id), name_of(card)) for card in cards], "chosen_unit": chosen}


def _key(request: HttpRequest, fault: Fault | None) -> str:
    """Return the key of the form: the same while it is filled in, a new one after a refusal."""
    try:
        return str(uuid4() if fault else UUID(request.POST.get("key", "")))
    except ValueError:
        return str(uuid4())
