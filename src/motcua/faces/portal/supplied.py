# SPDX-License-Identifier: Apache-2.0
"""What was sent for a supplement so far: answers, and files kept at once.

A file outlives the mistakes of the other answers: the page shown again names it by a signed word
that fits this dossier only.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from motcua.domains.dossiers.acts.attach_paper import MOST, TooManyPapers, UnknownComponent
from motcua.domains.dossiers.queries.card import DossierCard, attachments
from motcua.faces.design import form_files, kept_files
from motcua.faces.design.form_view import Upload
from motcua.faces.design.kept_files import DROP, FIELD, Kept
from motcua.faces.design.rows import with_rows_changed
from motcua.faces.design.uploads import safe_name
from motcua.faces.portal import answering, uploads
from motcua.faces.portal.uploads import Refusal
from motcua.kit import clock
from motcua.rules import forms
from motcua.rules.forms import Fault, Field
from motcua.rules.forms.nested import dig, put

SALT: Final = "motcua.portal.supplement"


@dataclass(frozen=True, slots=True)
class Supplied:
    """The answers with the asked ones as posted, the kept files, and what was refused."""

    answers: Mapping[str, Any]
    kept: tuple[Kept, ...] = ()
    refused: tuple[Refusal, ...] = ()
    faults: tuple[Fault, ...] = ()
    status: int = 200


def salt_of(shown: DossierCard) -> str:
    """Return what ties the words of kept files to the dossier."""
    return f"{SALT}.{shown.code}"


def files_of(
    shown: DossierCard, kept: Collection[Kept], *, opened: bool = False
) -> dict[str, Upload]:
    """Return the files that answers may refer to: those of the dossier and the kept ones.

    `opened` when the reader opens the former by address, as an account does.
    """
    laid = [line for line in attachments(shown.id) if not line.replaced]
    route = "portal:paper" if opened else ""
    return form_files.listed(laid, route, shown.code) | kept_files.uploads(kept)


def supplied(
    request: HttpRequest, shown: DossierCard, asked: Collection[str], papers: Collection[str]
) -> Supplied:
    """Take in what was posted: answers to the `asked` fields, files for these `papers`.

    Raises WordBroken when a kept file is named by a word of another form.
    """
    kept = _kept_before(request, shown)
    refused = _taken(request, shown, papers, kept)
    fields = [field for field in shown.version.form.fields if field.name in asked]
    taken = _files(request, shown, fields, kept)
    fresh = forms.read(shown.version.form, taken.sent)
    answers = _with_asked(shown, asked, fresh)
    answers = with_rows_changed(shown.version.form, answers, _action(request)) or answers
    answers, faults = taken.told(shown.version.form, answers)
    still = tuple(kept_files.still(shown.version.form, answers, kept))
    return Supplied(answers, still, refused, faults, taken.status)


def _action(request: HttpRequest) -> str:
    return str(request.POST.get("action", ""))


def _kept_before(request: HttpRequest, shown: DossierCard) -> list[Kept]:
    dropped = _action(request).removeprefix(DROP)
    known = kept_files.known_by(request.POST.getlist(FIELD)[:MOST], salt_of(shown))
    return [one for one in known if str(one.paper_id) != dropped]


def _taken(
    request: HttpRequest, shown: DossierCard, papers: Collection[str], kept: list[Kept]
) -> tuple[Refusal, ...]:
    titles = {kind.code: kind.title["vi"] for kind in shown.version.papers if kind.code in papers}

    def take(component: str, file: UploadedFile, name: str) -> None:
        if component not in titles:
            raise UnknownComponent
        kept.append(_keep(file, name, component, titles[component], kept))

    return uploads.taken(request, take)


def _files(
    request: HttpRequest, shown: DossierCard, fields: list[Field], kept: list[Kept]
) -> form_files.Taken:
    def take(field: Field, file: UploadedFile) -> str:
        name, title = safe_name(file.name or ""), field.label["vi"]
        kept.append(_keep(file, name, field.answer.paper, title, kept))
        return kept[-1].reference

    known = files_of(shown, kept)
    sent = form_files.without(answering.posted(request.POST), fields, known)
    return form_files.taken(fields, sent, request.FILES, _action(request), take)


def _keep(file: UploadedFile, name: str, component: str, title: str, kept: list[Kept]) -> Kept:
    if len(kept) >= MOST:
        raise TooManyPapers(most=MOST)
    return kept_files.keep(file, name, component=component, title=title, at=clock.now())


def _with_asked(
    shown: DossierCard, asked: Collection[str], fresh: Mapping[str, Any]
) -> dict[str, Any]:
    answers: dict[str, Any] = {}
    for name in asked:
        put(answers, name, dig(fresh, name))
    return answering.laid_over(shown.answers, answers)
