# SPDX-License-Identifier: Apache-2.0
"""Completing a dossier: only what was asked, each field and paper with what is missing and why."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_http_methods

from motcua.domains.dossiers.acts.resume import resume
from motcua.domains.dossiers.application import InvalidAnswers
from motcua.domains.dossiers.queries.card import DossierCard, SupplementLine, supplements
from motcua.domains.procedures.queries import PaperKind
from motcua.domains.vault.acts.claim_papers import NotReusable
from motcua.domains.vault.queries import OwnPaper
from motcua.faces.design import form_files, kept_files
from motcua.faces.design.form_view import Question, Surroundings, page_view
from motcua.faces.design.kept_files import DROP
from motcua.faces.design.served_places import PLACES
from motcua.faces.design.uploads import ACCEPTED, MOST_BYTES, MOST_FILES, worst
from motcua.faces.portal import answering, commands, dossier, rights, vaulted
from motcua.faces.portal.acting import after
from motcua.faces.portal.rights import Holder
from motcua.faces.portal.screens import screen
from motcua.faces.portal.supplied import Supplied, files_of, salt_of, supplied
from motcua.faces.portal.uploads import PREFIX, Refusal
from motcua.kit.faults import Fault
from motcua.kit.guards import public
from motcua.kit.idempotency import subject_of

REUSE: Final = "reuse."


class PaperMissing(Fault):
    """An asked paper was not given."""

    sentence = gettext_lazy("This paper was asked for. Choose a file.")


@dataclass(frozen=True, slots=True)
class AskedPaper:
    """A paper to hand in again: what is missing, why, and what is wrong now.

    `offers` are papers of the vault that may stand for it, `reused` the code of the chosen one,
    `kept` the files that were sent for it before.
    """

    name: str
    kind: PaperKind
    missing: str
    reason: str
    error: str
    offers: Sequence[OwnPaper]
    reused: str
    kept: Sequence[Mapping[str, Any]]


@public
@require_http_methods(["GET", "HEAD", "POST"])
def complete(request: HttpRequest, code: str) -> HttpResponse:
    """Show what was asked, or take it in as a whole: all of it or nothing.

    Files are kept while other answers are being corrected.
    """
    holder = rights.holder_of(request, code)
    sent = request.POST.get("action") == "send"
    if sent and subject_of(commands.key_of(request)) == holder.shown.code:
        return after(request, holder, gettext("We have what you added. Thank you."))
    asked = _asked(holder.shown)
    if asked is None:
        return _nothing_asked(request, holder, sent)
    if "action" not in request.POST:
        return _show(request, holder, asked, Supplied(holder.shown.answers))
    given = supplied(
        request, holder.shown, _targets(asked, "field").keys(), _targets(asked, "paper").keys()
    )
    if not sent:
        return _show(request, holder, asked, given)
    return _send(request, holder, asked, given)


def _nothing_asked(request: HttpRequest, holder: Holder, sent: bool) -> HttpResponse:
    """Show the dossier with a sentence on why there is nothing to complete."""
    was_asked = any(line.completed_at for line in supplements(holder.shown.id))
    words = gettext("Nothing is asked of you at present.")
    if was_asked:
        words = gettext("What was asked for has been completed. Nothing more is asked of you now.")
    if sent:
        words = " ".join([words, gettext("What you sent just now was not added.")])
    return dossier.show(request, holder, note=words, status=409 if sent else 200)


def _send(
    request: HttpRequest, holder: Holder, asked: SupplementLine, given: Supplied
) -> HttpResponse:
    """Hand it in when nothing is missing or refused."""
    by = commands.by(request, holder.actor)
    reused, unusable = _reused(request, holder, asked)
    refused = (*given.refused, *unusable) or _missing(request, asked, given)
    if refused or given.faults:
        return _show(request, holder, asked, replace(given, refused=refused))
    papers = [*((one.component, one.paper_id) for one in given.kept), *reused]
    try:
        resume(by=by, code=holder.shown.code, answers=given.answers, papers=papers)
    except InvalidAnswers as error:
        return _show(request, holder, asked, replace(given, faults=error.faults))
    return after(request, holder, gettext("We have what you added. Thank you."))


def _reused(
    request: HttpRequest, holder: Holder, asked: SupplementLine
) -> tuple[list[tuple[str, int]], tuple[Refusal, ...]]:
    """Return the papers of the vault that were ticked, and those that can no longer be used."""
    offers = _offers(request, holder.shown, asked)
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


def _asked(shown: DossierCard) -> SupplementLine | None:
    """Return the open request, None when nothing is asked."""
    if "resume" in shown.actions:
        return next((line for line in supplements(shown.id) if line.completed_at is None), None)
    return None


def _targets(asked: SupplementLine, kind: str) -> dict[str, Mapping[str, str]]:
    items = (item for item in asked.items if item["target"].startswith(f"{kind}:"))
    return {item["target"].partition(":")[2]: item for item in items}


def _missing(request: HttpRequest, asked: SupplementLine, given: Supplied) -> tuple[Refusal, ...]:
    words, kept = str(PaperMissing()), {one.component for one in given.kept}
    return tuple(
        Refusal(code, "", words, PaperMissing.status)
        for code in _targets(asked, "paper")
        if code not in kept and not request.POST.get(REUSE + code)
    )


def _show(
    request: HttpRequest, holder: Holder, asked: SupplementLine, given: Supplied
) -> HttpResponse:
    questions = _questions(holder, asked, given)
    papers = _papers(request, holder.shown, asked, given)
    wrong = [(one.name, f"{one.label}: {one.error}") for one in _every(questions) if one.error]
    wrong += [(one.name, one.error) for one in papers if one.error]
    known = {one.name for one in questions}
    wrong += [
        (None, fault.say(gettext, request.LANGUAGE_CODE))
        for fault in given.faults
        if not any(answering.is_of(fault, name) for name in known)
    ]
    context = {
        "holder": holder, "shown": holder.shown, "asked": asked, "questions": questions,
        "papers": papers, "faults": wrong, "key": commands.new_key(),
        "kept": [one.name for one in given.kept],
        "words": [kept_files.word_of(one, salt_of(holder.shown)) for one in given.kept],
        "accepted": ACCEPTED, "most_bytes": MOST_BYTES,
        "most_files": MOST_FILES,
    }  # fmt: skip
    status = worst(one.status for one in given.refused) if given.refused else 422 if wrong else 200
    return screen(
        request, "complete", context, tab="track" if holder.proof else "mine",
        status=given.status if given.status != 200 else status,
    )  # fmt: skip


def _every(questions: Iterable[Question]) -> Iterator[Question]:
    """Yield the questions with their parts and those of their rows."""
    for one in questions:
        yield one
        yield from _every(one.parts)
        for row in one.rows:
            yield from _every(row.questions)


def _questions(holder: Holder, asked: SupplementLine, given: Supplied) -> list[Question]:
    """Return the asked fields, each with the officer's words beside it."""
    items = _targets(asked, "field")
    remarks = {name: ". ".join(filter(None, (item["missing"], item["reason"])))
               for name, item in items.items()}  # fmt: skip
    form = holder.shown.version.form
    known = files_of(holder.shown, given.kept, opened=not holder.proof)
    sent = form_files.uploads(form, given.answers, known)
    around = Surroundings(faults=given.faults, remarks=remarks, uploads=sent, places=PLACES)
    return [
        unbound(question, items)
        for page in form.pages
        for question in page_view(form, page, given.answers, around).questions
        if question.name in items
    ]


def unbound(question: Question, beside: Collection[str]) -> Question:
    """Show a field always whose condition looks at answers that do not stand on this page."""
    condition = question.field.show_if
    if condition is None or condition.fields() <= set(beside):
        return question
    return replace(question, show_if="", shown_when="")


def _papers(
    request: HttpRequest, shown: DossierCard, asked: SupplementLine, given: Supplied
) -> list[AskedPaper]:
    items, offers = _targets(asked, "paper"), _offers(request, shown, asked)
    errors: dict[str, str] = {}
    for one in given.refused:
        words = f"{one.file_name}: {one.sentence}" if one.file_name else one.sentence
        errors[one.component] = f"{errors.get(one.component, '')} {words}".strip()
    return [
        AskedPaper(
            PREFIX + kind.code, kind, items[kind.code]["missing"], items[kind.code]["reason"],
            errors.get(kind.code, ""), offers.get(kind.code, ()),
            request.POST.get(REUSE + kind.code, ""),
            tuple(
                {
                    "name": one.name,
                    "size": one.size,
                    "href": "",
                    "remove_value": f"{DROP}{one.paper_id}",
                }
                for one in given.kept
                if one.component == kind.code
            ),
        )
        for kind in shown.version.papers
        if kind.code in items
    ]  # fmt: skip
