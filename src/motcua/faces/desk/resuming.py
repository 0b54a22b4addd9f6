# SPDX-License-Identifier: Apache-2.0
"""Taking in at the counter what a person was asked to complete."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from motcua.domains.dossiers.acts.resume import resume
from motcua.domains.dossiers.application import InvalidAnswers
from motcua.domains.dossiers.queries.card import (
    DossierCard,
    SupplementLine,
    attachments,
    supplements,
)
from motcua.domains.procedures.queries import PaperKind
from motcua.faces.design import kept_files
from motcua.faces.design.rows import with_rows_changed
from motcua.faces.design.uploads import ACCEPTED, MOST_BYTES, MOST_FILES, worst
from motcua.faces.desk import answering, dossier, posted, presented, sent_files, uploads
from motcua.faces.desk.screens import dossier_for, log, screen
from motcua.faces.desk.sent_files import laid_files
from motcua.faces.desk.uploads import Kept, Refusal
from motcua.faces.desk.vault import reusing
from motcua.kit import clock
from motcua.kit.access import NotPermitted, Role
from motcua.kit.faults import Fault, NotAllowedNow
from motcua.kit.guards import official_required
from motcua.kit.idempotency import subject_of
from motcua.rules import forms
from motcua.rules.forms.nested import dig, put


@official_required
@require_http_methods(["GET", "HEAD", "POST"])
def resuming(request: HttpRequest, code: str) -> HttpResponse:
    """Show what was asked for, or take it in on behalf of the applicant."""
    shown = dossier_for(request.actor, code)
    if request.actor.post(Role.COUNTER, shown.receiving_unit_id) is None:
        raise NotPermitted
    if request.method != "POST":
        return _show(request, shown, _asked(shown), shown.answers)
    try:
        if subject_of(posted.by(request).key) == code:
            return _back(code)
        return _take(request, shown, _asked(shown))
    except Fault as fault:
        return dossier.refused(request, code, "resume", fault)


def _back(code: str) -> HttpResponse:
    return HttpResponseRedirect(f"/desk/{code}", status=303)


def _asked(shown: DossierCard) -> SupplementLine:
    """Return the open request. Raises NotAllowedNow."""
    for line in supplements(shown.id):
        if line.completed_at is None and "resume" in shown.actions:
            return line
    raise NotAllowedNow


def _take(request: HttpRequest, shown: DossierCard, asked: SupplementLine) -> HttpResponse:
    kinds = _kinds(shown, asked)
    kept = uploads.kept_before(request)
    titles = {kind.code: kind.title["vi"] for kind in kinds}
    fresh, refused = uploads.taken(request, titles, clock.now())
    sent = sent_files.given(
        request, shown.version.form, kept, laid_files(shown, attachments(shown.id))
    )
    answers = _answers(request, shown, asked, sent.answers)
    used, unusable = reusing.chosen(request, kinds, answers)
    kept = [*sent.kept, *fresh, *used]
    refused += unusable
    on_paper = presented.ticked(request.POST, kinds)
    given = {one.component for one in kept} | set(on_paper)
    faults = [
        forms.Fault(f"paper:{kind.code}", "paper_missing")
        for kind in kinds
        if kind.code not in given
    ]
    if request.POST.get("action", "send") != "send":
        return _show(request, shown, asked, answers, kept, refused, sent.faults)
    if refused or faults or sent.faults:
        return _show(request, shown, asked, answers, kept, refused, [*sent.faults, *faults])
    papers = [(one.component, one.paper_id) for one in kept]
    try:
        resume(
            by=posted.by(request), code=shown.code, answers=answers, papers=papers,
            presented=on_paper,
        )  # fmt: skip
    except InvalidAnswers as error:
        return _show(request, shown, asked, answers, kept, refused, error.faults)
    return _back(shown.code)


def _targets(asked: SupplementLine, kind: str) -> dict[str, Mapping[str, str]]:
    items = (item for item in asked.items if item["target"].startswith(f"{kind}:"))
    return {item["target"].partition(":")[2]: item for item in items}


def _kinds(shown: DossierCard, asked: SupplementLine) -> list[PaperKind]:
    names = _targets(asked, "paper")
    return [kind for kind in shown.version.papers if kind.code in names]


def _answers(
    request: HttpRequest, shown: DossierCard, asked: SupplementLine, fresh: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the kept answers with the asked fields as they were posted, rows added or removed."""
    answers = deepcopy(dict(shown.answers))
    for name in _targets(asked, "field"):
        put(answers, name, dig(fresh, name))
    action = request.POST.get("action", "")
    return with_rows_changed(shown.version.form, answers, action) or answers


def _show(
    request: HttpRequest,
    shown: DossierCard,
    asked: SupplementLine,
    answers: Mapping[str, Any],
    kept: Sequence[Kept] = (),
    refused: Sequence[Refusal] = (),
    faults: Sequence[forms.Fault] = (),
) -> HttpResponse:
    log(request.actor, "resume", [shown.code])
    fields = _targets(asked, "field")
    remarks = {name: _remark(item) for name, item in fields.items()}
    sheet = answering.sheet(
        shown.version.form, answers, faults=faults, only=fields.keys(), remarks=remarks,
        sent=laid_files(shown, attachments(shown.id)) | kept_files.uploads(kept),
    )  # fmt: skip
    papers = presented.lines(
        request, _kinds(shown, asked), kept=kept, refused=refused, faults=faults,
        remarks={name: _remark(item) for name, item in _targets(asked, "paper").items()},
    )  # fmt: skip
    wrong = [*sheet.faults, *presented.summary(papers)]
    context = {
        "shown": shown, "asked": asked, "sheet": sheet, "papers": papers, "wrong": wrong,
        "kept_words": sent_files.words(request, shown.version.form, kept),
        "offers": reusing.offers(
            request, _kinds(shown, asked), answers, kept, beside=shown.code
        ),
        "key": str(uuid4()), "accepted": ACCEPTED, "most_bytes": MOST_BYTES,
        "most_files": MOST_FILES,
    }  # fmt: skip
    status = worst(one.status for one in refused) if refused else 422 if wrong else 200
    return screen(request, "resume", context, status=status)


def _remark(item: Mapping[str, str]) -> str:
    return ". ".join(filter(None, (item["missing"], item["reason"])))
