# SPDX-License-Identifier: Apache-2.0
"""The same applicant again: the next dossier of a visit begins with what the last one stated."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from django.http import HttpRequest

from motcua.domains.dossiers.queries.card import DossierCard
from motcua.faces.desk.screens import dossier_for, log
from motcua.kit.faults import NotFound
from motcua.rules.forms import Form
from motcua.rules.numbering import DOSSIER_CODE

FIELD: Final = "at:with"
QUERY: Final = "with"
OURS: Final = re.compile(r"applicant(_\w+)?", re.ASCII)


def earlier(request: HttpRequest) -> DossierCard | None:
    """Return the dossier with which this one is handed in, if one is named that may be seen."""
    given = request.POST if request.method == "POST" else request.GET
    code = given.get(FIELD if request.method == "POST" else QUERY, "").strip().upper()
    if not DOSSIER_CODE.fullmatch(code):
        return None
    try:
        return dossier_for(request.actor, code)
    except NotFound:
        return None


def first_answers(request: HttpRequest, form: Form) -> dict[str, Any]:
    """Return what the earlier dossier states of the applicant and this form asks too."""
    known = earlier(request)
    if known is None:
        return {}
    log(request.actor, "reception-again", [known.code])
    return taken_over(form, known.answers)


def taken_over(form: Form, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers about the applicant to questions of the form's first page."""
    names = {field.name.partition(".")[0] for field in form.pages[0].fields}
    return {name: answers[name] for name in names & answers.keys() if OURS.fullmatch(name)}
