# SPDX-License-Identifier: Apache-2.0
"""What the account already knows of the person who fills in a form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from motcua.domains.people import queries as people
from motcua.domains.people.queries import CitizenCard
from motcua.kit.access import Actor
from motcua.rules.forms import Form
from motcua.rules.forms.nested import put

NAMES = ("applicant", "applicant_")


def prefilled(form: Form, citizen: Actor | None) -> dict[str, Any]:
    """Return first answers about the applicant; nothing for a guest."""
    if citizen is None or citizen.account_id is None:
        return {}
    known = _known(people.citizen(citizen.account_id))
    answers: dict[str, Any] = {}
    for field in form.pages[0].fields:
        value = known.get(_subject(field.name)) or known.get(field.kind if field.own else "")
        if value and _is_about_applicant(field.name, field.own):
            put(answers, field.name, value)
        chosen = {option.value for option in field.options}
        if field.name.endswith("identity") and "personal_id" in chosen and known["personal_id"]:
            put(answers, field.name, "personal_id")
    return answers


def _is_about_applicant(name: str, own: bool) -> bool:
    return own or name.startswith(NAMES)


def _subject(name: str) -> str:
    """Return what a field of the applicant's page asks for, however the form spells it."""
    return name.removeprefix("applicant_").removeprefix("applicant.")


def _known(card: CitizenCard) -> Mapping[str, str]:
    born = card.birth_on.isoformat() if card.birth_on else ""
    return {
        "name": card.full_name,
        "full_name": card.full_name,
        "personal_id": card.personal_id,
        "birth_on": born,
        "birth_date": born,
        "phone": card.phone,
        "email": card.email,
    }
