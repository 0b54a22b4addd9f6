# SPDX-License-Identifier: Apache-2.0
"""The counter: a person's application is typed in, submitted and received in one go.

Enter in the field of the scanner reads the card; anywhere else it takes the dossier in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID, uuid4, uuid5

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from motcua.domains.dossiers.acts.join_bundle import join_bundle
from motcua.domains.dossiers.acts.receive import receive
from motcua.domains.dossiers.acts.submit import submit
from motcua.domains.dossiers.acts.submit_interlinked import submit_interlinked
from motcua.domains.dossiers.application import Application, Channel, InvalidAnswers, Source
from motcua.domains.dossiers.ledger import By
from motcua.domains.dossiers.queries.linkages import linkage
from motcua.domains.procedures import queries as procedures
from motcua.domains.procedures.queries import Version
from motcua.domains.procedures.queries.groups import members
from motcua.faces.design import form_files, kept_files
from motcua.faces.design.applicants import address_names
from motcua.faces.design.rows import with_rows_changed
from motcua.faces.design.uploads import ACCEPTED, MOST_BYTES, MOST_FILES, worst
from motcua.faces.desk import answering, dossier, posted, presented, sent_files, uploads
from motcua.faces.desk.counter import again, alike, card, card_place, choosing, four_units
from motcua.faces.desk.counter.card import NOTHING, Scan
from motcua.faces.desk.screens import screen
from motcua.faces.desk.uploads import Kept, Refusal
from motcua.faces.desk.vault import reusing
from motcua.kit import clock
from motcua.kit.access import Role
from motcua.kit.faults import Fault
from motcua.kit.guards import role_required

SENDING = ("submit", "enter")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form on its way: what was answered, sent and refused so far.

    `files` are the faults of files that were refused for questions of the form.
    """

    version: Version
    answers: dict[str, Any]
    kept: Sequence[Kept] = ()
    refused: Sequence[Refusal] = ()
    files: Sequence[Any] = ()
    files_status: int = 200
    fault: Fault | None = None
    faults: Sequence[Any] = ()
    scan: Scan = NOTHING
    from_card: Sequence[str] = ()
    beside: Sequence[alike.Line] = field(default=())

    @property
    def status(self) -> int:
        """The HTTP status of the page that shows it again."""
        if self.refused:
            return worst(one.status for one in self.refused)
        if self.files:
            return self.files_status
        if self.scan.error:
            return 422
        return self.fault.status if self.fault else 200


@role_required(Role.COUNTER)
@require_http_methods(["GET", "HEAD", "POST"])
def take_in(request: HttpRequest, procedure: str) -> HttpResponse:
    """Show the form of a procedure, or take the filled one in and go to its receipt."""
    if request.method != "POST":
        version = procedures.current(procedure, clock.today())
        return _show(request, Sheet(version, again.first_answers(request, version.form)))
    sheet = _sent(request, procedure)
    action = request.POST.get("action", "submit")
    if card.was_scanned(request.POST):
        return _scanned(request, sheet)
    if (placed := card_place.with_chosen(sheet.version.form, sheet.answers, action)) is not None:
        names = address_names(sheet.version.form)
        return _show(request, replace(sheet, answers=placed, from_card=names))
    changed = with_rows_changed(sheet.version.form, sheet.answers, action)
    if sheet.refused or sheet.files or changed is not None or action not in SENDING:
        return _show(request, replace(sheet, answers=changed or sheet.answers))
    return _hand_in(request, sheet)


def _sent(request: HttpRequest, procedure: str) -> Sheet:
    """Return the form as it was sent. Raises NotFound, FormBroken."""
    version = procedures.version(posted.number(request.POST, "version"))
    if version.code != procedure:
        raise posted.FormBroken
    kept = uploads.kept_before(request)
    titles = {kind.code: kind.title["vi"] for kind in version.papers if kind.role == "submit"}
    fresh, refused = uploads.taken(request, titles, clock.now())
    given = sent_files.given(request, version.form, kept)
    again_used, unusable = reusing.chosen(request, version.papers, given.answers)
    return Sheet(
        version, given.answers, kept=[*given.kept, *fresh, *again_used],
        refused=[*refused, *unusable], files=given.faults, files_status=given.status,
        from_card=card_place.still_filled(version.form, request.POST),
    )  # fmt: skip


def _scanned(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    """Show the form filled in from the card; the person and the card are compared by eye."""
    scan = card.read(request.POST)
    answers = card.filled_in(sheet.version.form, sheet.answers, scan)
    beside = alike.found(request, sheet.version, answers) if scan.card else ()
    names = card_place.filled_by(sheet.version.form, scan)
    read = replace(sheet, answers=answers, scan=scan, beside=beside, from_card=names)
    return _show(request, read)


def _hand_in(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    """Submit and receive under two keys of one form: repeated, it ends at the same receipt."""
    try:
        by = posted.by(request)
        application = _application(request, sheet)
        beside = () if posted.is_repeated(by) else _beside(request, sheet)
        if alike.unknown(request, beside) and not posted.is_repeated(by):
            return _show(request, replace(sheet, beside=beside), status=409)
        told = replace(application, beside=tuple(line.code for line in beside))
        code = _submitted(by, told)
    except InvalidAnswers as error:
        return _show(request, replace(sheet, fault=error, faults=error.faults))
    except Fault as fault:
        return _show(request, replace(sheet, fault=fault))
    return _received(request, by, code, sheet.version)


def _submitted(by: By, application: Application) -> str:
    """Submit and return the dossier; of a group the leading one, the others wait for its result."""
    if not members(application.version_id):
        return submit(by=by, application=application).code
    whole = linkage(submit_interlinked(by=by, application=application).code)
    return whole.parts[0].dossier_code or ""


def _beside(request: HttpRequest, sheet: Sheet) -> Sequence[alike.Line]:
    return alike.found(request, sheet.version, sheet.answers)


def _received(request: HttpRequest, by: By, code: str, version: Version) -> HttpResponse:
    try:
        second = By(by.actor, by.at, uuid5(by.key, "receive"))
        number = posted.text(request.POST, "at:external_number")
        receive(by=second, code=code, external_number=number)
        address = _receipt(request, by, code)
    except Fault as fault:
        return dossier.refused(request, code, "receive", fault)
    response = HttpResponseRedirect(address, status=303)
    choosing.remember(request, response, version.code)
    return response


def _receipt(request: HttpRequest, by: By, code: str) -> str:
    """Return where the receipt is: of this dossier, or of all that came in with it."""
    earlier = again.earlier(request)
    if earlier is None or earlier.code == code:
        return reverse("desk:receipt", args=[code])
    third = By(by.actor, by.at, uuid5(by.key, "bundle"))
    bundle = join_bundle(by=third, code=code, with_code=earlier.code)
    return reverse("desk:bundle", args=[bundle])


def _application(request: HttpRequest, sheet: Sheet) -> Application:
    form, version = request.POST, sheet.version
    shown = presented.ticked(form, version.papers, sheet.answers)
    chosen = four_units.chosen(request)
    return Application(
        version_id=version.id,
        channel=Channel.COUNTER,
        answers=sheet.answers,
        competent_unit_id=chosen.competent_id,
        papers=tuple((one.component, one.paper_id) for one in sheet.kept),
        presented=shown,
        counts=presented.counts(form, shown),
        receiving_unit_id=chosen.receiving_id,
        return_unit_id=chosen.return_id,
        support_unit_id=chosen.support_id,
        support_point_id=chosen.support_point_id,
        source=Source.SYNTHETIC if settings.DEMO else Source.REAL,
    )


def _show(request: HttpRequest, shown: Sheet, *, status: int = 0) -> HttpResponse:
    version, fault = shown.version, shown.fault
    notes = card_place.notes(shown.from_card)
    faults = form_files.together(shown.files, shown.faults)
    sheet = answering.sheet(
        version.form, shown.answers, faults=faults, notes=notes, sent=kept_files.uploads(shown.kept)
    )
    papers = presented.lines(
        request, version.papers, kept=shown.kept, refused=shown.refused, faults=shown.faults
    )
    wrong = [*sheet.faults, *presented.summary(papers)]
    if shown.scan.error:
        wrong = [(card.FIELD, shown.scan.error), *wrong]
    earlier = again.earlier(request)
    context = {
        "version": version,
        "sheet": sheet,
        "papers": papers,
        "kept_words": sent_files.words(request, version.form, shown.kept),
        "offers": reusing.offers(request, version.papers, shown.answers, shown.kept),
        "all_ticked": presented.ALL in request.POST,
        "wrong": wrong or ([(None, str(fault))] if fault else []),
        "scan": shown.scan,
        "from_card": shown.from_card,
        "places": card_place.offers(version.form, shown.scan),
        "beside": shown.beside,
        "anyway": alike.ANYWAY in request.POST,
        "earlier": earlier,
        **four_units.offered(request, version),
        "external_number": request.POST.get("at:external_number", ""),
        "key": _key(request, fault),
        "accepted": ACCEPTED,
        "most_bytes": MOST_BYTES,
        "most_files": MOST_FILES,
    }
    return screen(request, "take_in", context, tab="reception", status=status or shown.status)


def _key(request: HttpRequest, fault: Fault | None) -> str:
    """Return the key of the form: the same while it is filled in, a new one after a refusal."""
    try:
        return str(uuid4() if fault else UUID(request.POST.get("key", "")))
    except ValueError:
        return str(uuid4())
