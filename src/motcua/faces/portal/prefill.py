# SPDX-License-Identifier: Apache-2.0
"""What the account already knows of the person who fills in a form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from motcua.domains.people import queries as people
from motcua.domains.people.queries import BusinessCard, CitizenCard
from motcua.faces.design.applicants import about_applicant
from motcua.kit.access import Actor
from motcua.kit.faults import NotFound
from motcua.rules.forms import Form


def prefilled(form: Form, citizen: Actor | None) -> dict[str, Any]:
    """Return first answers about the applicant; nothing for a guest."""
    if citizen is None or citizen.account_id is None:
        return {}
    try:
        known = _known(people.citizen(citizen.account_id))
    except NotFound:
        known = _of_business(people.business(citizen.account_id))
    return about_applicant(form, known)


def _of_business(card: BusinessCard) -> Mapping[str, str]:
    return {"organisation": card.name, "tax_code": card.tax_code}


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
