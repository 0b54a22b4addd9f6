# SPDX-License-Identifier: Apache-2.0
"""Files scanned at the counter for questions of the form, kept like those of the papers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from motcua.domains.dossiers.queries.card import DossierCard, PaperLine
from motcua.faces.design import form_files, kept_files
from motcua.faces.design.form_view import Upload
from motcua.faces.design.uploads import safe_name
from motcua.faces.desk import answering, uploads
from motcua.faces.desk.uploads import Kept
from motcua.kit import clock
from motcua.rules import forms
from motcua.rules.forms import Fault, Field, Form, files


class Given(NamedTuple):
    """The answers with the files taken for them, and what was refused."""

    answers: dict[str, Any]
    kept: list[Kept]
    faults: tuple[Fault, ...]
    status: int


def given(
    request: HttpRequest,
    form: Form,
    kept: Sequence[Kept],
    lying: dict[str, Upload] | None = None,
) -> Given:
    """Return what was posted, `kept` being the files known from before.

    `lying` are files of the dossier that answers may go on referring to.
    """
    fresh: list[Kept] = []

    def take(field: Field, file: UploadedFile) -> str:
        name = safe_name(file.name or "")
        paper, title = field.answer.paper, field.label["vi"]
        fresh.append(kept_files.keep(file, name, component=paper, title=title, at=clock.now()))
        return fresh[-1].reference

    asked = files.asking(form)
    known = kept_files.uploads(one for one in kept if one.component in asked) | (lying or {})
    sent = form_files.without(answering.posted(request.POST), form.fields, known)
    action = request.POST.get("action", "")
    taken = form_files.taken(form.fields, sent, request.FILES, action, take)
    answers, faults = taken.told(form, dict(forms.read(form, taken.sent)))
    return Given(answers, kept_files.still(form, answers, [*kept, *fresh]), faults, taken.status)


def words(request: HttpRequest, form: Form, kept: Sequence[Kept]) -> list[str]:
    """Return the words of the files that answers refer to; those of papers stand beside them."""
    asked = files.asking(form)
    return [uploads.word_of(request, one) for one in kept if one.component in asked]


def laid_files(shown: DossierCard, lines: Iterable[PaperLine]) -> dict[str, Upload]:
    """Return the papers of a dossier by the references that answers name them by."""
    valid = [line for line in lines if not line.replaced]
    return form_files.listed(valid, "desk:paper", shown.code)
