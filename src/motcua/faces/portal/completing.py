# SPDX-License-Identifier: Apache-2.0
"""Completing a dossier: only what was asked, each field and paper with what is missing and why."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_http_methods

from motcua.domains.dossiers.acts.resume import resume
from motcua.domains.dossiers.application import InvalidAnswers
from motcua.domains.dossiers.queries.card import DossierCard, SupplementLine, supplements
from motcua.domains.procedures.queries import PaperKind
from motcua.domains.vault.acts.claim_papers import NotReusable
from motcua.domains.vault.acts.file_paper import file_paper
from motcua.domains.vault.acts.store_file import store_file
from motcua.domains.vault.queries import OwnPaper
from motcua.faces.design.form_view import Question, Surroundings, page_view
from motcua.faces.portal import answering, commands, rights, uploads, vaulted
from motcua.faces.portal.acting import after
from motcua.faces.portal.places import PLACES
from motcua.faces.portal.rights import Holder
from motcua.faces.portal.screens import screen
from motcua.faces.portal.uploads import PREFIX, Refusal
from motcua.kit.faults import Fault, NotAllowedNow
from motcua.kit.guards import public
from motcua.kit.idempotency import subject_of
from motcua.rules import forms
from motcua.rules.forms.nested import dig, put

REUSE: Final = "reuse."


class PaperMissing(Fault):
    """An asked paper was not given."""

    sentence = gettext_lazy("This paper was asked for. Choose a file.")


@dataclass(frozen=True, slots=True)
class AskedPaper:
    """A paper to hand in again: what is missing, why, and what is wrong now.

    `offers` are papers of the vault that may stand for it, `reused` the code of the chosen one.
    """

    name: str
    kind: PaperKind
    missing: str
    reason: str
    error: str
    offers: Sequence[OwnPaper]
    reused: str


@public
@require_http_methods(["GET", "HEAD", "POST"])
def complete(request: HttpRequest, code: str) -> HttpResponse:
    """Show what was asked, or take it in as a whole: all of it or nothing."""
    holder = rights.holder_of(request, code)
    sent = request.POST.get("action") == "send"
    if sent and subject_of(commands.key_of(request)) == holder.shown.code:
        return after(request, holder, gettext("We have what you added. Thank you."))
    asked = _asked(holder.shown)
    if "action" not in request.POST:
        return _show(request, holder, asked, holder.shown.answers)
    answers = _answers(request, holder.shown, asked)
    if not sent:
        return _show(request, holder, asked, answers)
    refused = _missing(request, asked)
    if refused:
        return _show(request, holder, asked, answers, refused=refused)
    try:
        refused = _send(request, holder, answers)
    except InvalidAnswers as error:
        return _show(request, holder, asked, answers, faults=error.faults)
    if refused:
        return _show(request, holder, asked, answers, refused=refused)
    return after(request, holder, gettext("We have what you added. Thank you."))


class _Refused(Exception):
    """Carries refused files out of the transaction, so that nothing stays half saved."""

    def __init__(self, refused: tuple[Refusal, ...]) -> None:
        self.refused = refused
        super().__init__(len(refused))


def _send(request: HttpRequest, holder: Holder, answers: Mapping[str, Any]) -> tuple[Refusal, ...]:
    by = commands.by(request, holder.actor)
    titles = {kind.code: kind.title["vi"] for kind in holder.shown.version.papers}
    laid: list[tuple[str, int]] = []

    def take(component: str, file: UploadedFile, name: str) -> None:
        stored = store_file(chunks=file.chunks(), name=name, at=by.at)
        paper = file_paper(
            file=stored, kind="component", title=titles.get(component, component), file_name=name,
            at=by.at, origin_dossier=holder.shown.code,
        )  # fmt: skip
        laid.append((component, paper.pk))

    try:
        with transaction.atomic():
            refused = uploads.taken(request, take)
            again, unusable = _reused(request, holder)
            laid += again
            refused += unusable
            if refused:
                raise _Refused(refused)
            resume(by=by, code=holder.shown.code, answers=answers, papers=laid)
    except _Refused as error:
        return error.refused
    return ()


def _reused(
    request: HttpRequest, holder: Holder
) -> tuple[list[tuple[str, int]], tuple[Refusal, ...]]:
    """Return the papers of the vault that were ticked, and those that can no longer be used."""
    offers = _offers(request, holder.shown, _asked(holder.shown))
    ticked = {
        name.removeprefix(REUSE): request.POST[name]
        for name in request.POST
        if name.startswith(REUSE)
    }
    laid, refused = [], []
    for component, code in ticked.items():
        usable = {str(paper.code): paper.id for paper in offers.get(component, ())}
        if code in usable:
            laid.append((component, usable[code]))
        elif code:
            fault = NotReusable()
            refused.append(Refusal(component, "", str(fault), fault.status))
    return laid, tuple(refused)


def _offers(request: HttpRequest, shown: DossierCard, asked: SupplementLine) -> vaulted.Offers:
    names = _targets(asked, "paper")
    kinds = [kind for kind in shown.version.papers if kind.code in names]
    return vaulted.offers_beside(request, shown, kinds)


def _asked(shown: DossierCard) -> SupplementLine:
    """Return the open request. Raises NotAllowedNow."""
    if "resume" in shown.actions:
        for line in supplements(shown.id):
            if line.completed_at is None:
                return line
    raise NotAllowedNow


def _targets(asked: SupplementLine, kind: str) -> dict[str, Mapping[str, str]]:
    items = (item for item in asked.items if item["target"].startswith(f"{kind}:"))
    return {item["target"].partition(":")[2]: item for item in items}


def _answers(request: HttpRequest, shown: DossierCard, asked: SupplementLine) -> dict[str, Any]:
    """Return the kept answers with the asked fields as they were posted."""
    fresh = forms.read(shown.version.form, answering.posted(request.POST))
    answers: dict[str, Any] = {}
    for name in _targets(asked, "field"):
        put(answers, name, dig(fresh, name))
    return answering.laid_over(shown.answers, answers)


def _missing(request: HttpRequest, asked: SupplementLine) -> tuple[Refusal, ...]:
    words = str(PaperMissing())
    return tuple(
        Refusal(code, "", words, PaperMissing.status)
        for code in _targets(asked, "paper")
        if not request.FILES.getlist(PREFIX + code) and not request.POST.get(REUSE + code)
    )


def _show(
    request: HttpRequest,
    holder: Holder,
    asked: SupplementLine,
    answers: Mapping[str, Any],
    *,
    faults: Sequence[forms.Fault] = (),
    refused: tuple[Refusal, ...] = (),
) -> HttpResponse:
    questions = _questions(holder.shown, asked, answers, faults)
    papers = _papers(request, holder.shown, asked, refused)
    wrong = [(one.name, f"{one.label}: {one.error}") for one in questions if one.error]
    wrong += [(one.name, one.error) for one in papers if one.error]
    known = {one.name for one in questions}
    wrong += [
        (None, fault.say(gettext, request.LANGUAGE_CODE))
        for fault in faults
        if not any(answering.is_of(fault, name) for name in known)
    ]
    context = {
        "holder": holder, "shown": holder.shown, "asked": asked, "questions": questions,
        "papers": papers, "faults": wrong, "key": commands.new_key(),
        "accepted": uploads.ACCEPTED, "most_bytes": uploads.MOST_BYTES,
        "most_files": uploads.MOST_FILES,
    }  # fmt: skip
    status = uploads.worst(refused) if refused else 422 if wrong else 200
    return screen(
        request, "complete", context, tab="track" if holder.proof else "mine", status=status
    )


def _questions(
    shown: DossierCard,
    asked: SupplementLine,
    answers: Mapping[str, Any],
    faults: Sequence[forms.Fault],
) -> list[Question]:
    """Return the asked fields, each with the officer's words beside it."""
    items = _targets(asked, "field")
    remarks = {name: ". ".join(filter(None, (item["missing"], item["reason"])))
               for name, item in items.items()}  # fmt: skip
    around = Surroundings(faults=faults, remarks=remarks, places=PLACES)
    form = shown.version.form
    return [
        unbound(question, items)
        for page in form.pages
        for question in page_view(form, page, answers, around).questions
        if question.name in items
    ]


def unbound(question: Question, beside: Collection[str]) -> Question:
    """Show a field always whose condition looks at answers that do not stand on this page."""
    condition = question.field.show_if
    if condition is None or condition.fields() <= set(beside):
        return question
    return replace(question, show_if="", shown_when="")


def _papers(
    request: HttpRequest, shown: DossierCard, asked: SupplementLine, refused: Sequence[Refusal]
) -> list[AskedPaper]:
    items, offers = _targets(asked, "paper"), _offers(request, shown, asked)
    errors: dict[str, str] = {}
    for one in refused:
        words = f"{one.file_name}: {one.sentence}" if one.file_name else one.sentence
        errors[one.component] = f"{errors.get(one.component, '')} {words}".strip()
    return [
        AskedPaper(
            PREFIX + kind.code, kind, items[kind.code]["missing"], items[kind.code]["reason"],
            errors.get(kind.code, ""), offers.get(kind.code, ()),
            request.POST.get(REUSE + kind.code, ""),
        )
        for kind in shown.version.papers
        if kind.code in items
    ]  # fmt: skip
