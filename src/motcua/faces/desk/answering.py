# SPDX-License-Identifier: Apache-2.0
"""A procedure's form at the counter: all its pages at once, and only the questions asked for."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from django.http import QueryDict

from motcua.faces.design import form_files
from motcua.faces.design.form_view import Question, Surroundings, Upload, page_view
from motcua.faces.design.served_places import PLACES
from motcua.faces.design.titles import both_text
from motcua.rules import forms
from motcua.rules.conditions import lookup
from motcua.rules.forms import Fault, Form, Page, Text

Answers = Mapping[str, Any]
WHOLE = Text("", "")


class Part(NamedTuple):
    """The questions of one page of the form, under its title."""

    title: str
    questions: tuple[Question, ...]


class Sheet(NamedTuple):
    """Everything to ask, and what is wrong with the answers so far: (field name, sentence).

    `known` are answers that conditions look at though nobody is asked for them (JSON).
    """

    parts: tuple[Part, ...]
    faults: tuple[tuple[str | None, str], ...]
    known: str
    has_required: bool


def posted(form: QueryDict) -> dict[str, list[str]]:
    """Return everything posted, by name."""
    return {name: form.getlist(name) for name in form}


def read(form: Form, sent: QueryDict) -> dict[str, Any]:
    """Return the posted answers, unchecked."""
    return dict(forms.read(form, posted(sent)))


def sheet(
    form: Form,
    answers: Answers,
    *,
    faults: Sequence[Fault] = (),
    only: Collection[str] | None = None,
    remarks: Mapping[str, str] | None = None,
    notes: Mapping[str, str] | None = None,
    sent: Mapping[str, Upload] | None = None,
) -> Sheet:
    """Return the form as one long page, or only the named questions of it.

    Drawn as one page, every condition looks at questions of the same page, so each question is
    there and the script hides what does not apply. `sent` are the files the answers may refer to.
    """
    around = Surroundings(
        faults=[fault for fault in faults if not fault.path.startswith("paper:")],
        remarks=remarks or {},
        notes=notes or {},
        uploads=form_files.uploads(form, answers, sent or {}),
        places=PLACES,
    )
    whole = page_view(form, Page("whole", WHOLE, form.fields), answers, around)
    asked = {one.name: one for one in whole.questions if only is None or one.name in only}
    parts = (
        Part(
            both_text(page.title),
            tuple(asked[field.name] for field in page.fields if field.name in asked),
        )
        for page in form.pages
    )
    wrong = tuple((path if _stands(path, asked) else None, words) for path, words in whole.faults)
    known = _known(asked.values(), answers)
    return Sheet(tuple(one for one in parts if one.questions), wrong, known, whole.has_required)


def _stands(path: str | None, asked: Collection[str]) -> bool:
    """Say whether a fault can be reached on the page: in a question or in a part of one."""
    return any(path == name or (path or "").startswith(f"{name}.") for name in asked)


def _known(asked: Iterable[Question], answers: Answers) -> str:
    names = {name for one in asked if one.field.show_if for name in one.field.show_if.fields()}
    unasked = names - {one.name for one in asked}
    return json.dumps({name: lookup(answers, name) for name in sorted(unasked)}, ensure_ascii=False)
