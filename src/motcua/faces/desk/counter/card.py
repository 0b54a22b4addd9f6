# SPDX-License-Identifier: Apache-2.0
"""A scanned citizen card as answers of a form; nothing of it is kept but what the form asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.http import QueryDict
from django.utils.translation import gettext

from motcua.domains.units import queries as units
from motcua.faces.design.applicants import about_applicant
from motcua.kit import clock
from motcua.rules import citizen_card
from motcua.rules.card_address import Place, place_of
from motcua.rules.citizen_card import Card, CardError
from motcua.rules.forms import Form

FIELD: Final = "at:card"
SEXES: Final = {"male": "Nam", "female": "Nữ"}


@dataclass(frozen=True, slots=True)
class Scan:
    """What came of a scan: a card to compare with the person, or a sentence what to do."""

    card: Card | None = None
    place: Place | None = None
    error: str = ""

    @property
    def sex(self) -> str:
        """The sex as the card prints it."""
        return SEXES[self.card.sex] if self.card else ""


NOTHING: Final = Scan()


def was_scanned(form: QueryDict) -> bool:
    """Say whether the form was sent by the scanner's Enter, or by the button beside its field."""
    typed = form.get(FIELD, "").strip()
    return form.get("action") == "card" or (bool(typed) and form.get("action") == "enter")


def read(form: QueryDict) -> Scan:
    """Return what the field of the scanner holds."""
    try:
        card = citizen_card.parse(form.get(FIELD, ""), on=clock.today())
        return Scan(card, place_of(card.address, units.gazetteer(), issued_on=card.issued_on))
    except CardError as error:
        return Scan(error=gettext(error.sentence) % error.params)


def filled_in(form: Form, answers: Mapping[str, Any], scan: Scan) -> dict[str, Any]:
    """Return the answers with those of the card in their places; others stay as they were typed."""
    if scan.card is None or scan.place is None:
        return dict(answers)
    return with_known(form, answers, _known(scan.card) | _whereabouts(scan.place))


def with_known(form: Form, answers: Mapping[str, Any], known: Mapping[str, str]) -> dict[str, Any]:
    """Return the answers with what is known of the applicant put over them."""
    together = dict(answers)
    for name, value in about_applicant(form, known).items():
        before = together.get(name)
        inside = isinstance(value, Mapping) and isinstance(before, Mapping)
        together[name] = {**before, **value} if inside else value
    return together


def _known(card: Card) -> dict[str, str]:
    born = card.born_on.isoformat()
    return {
        "name": card.name,
        "full_name": card.name,
        "personal_id": card.personal_id,
        "birth_on": born,
        "birth_date": born,
        "sex": card.sex,
        "gender": card.sex,
        "address": card.address,
    }


def _whereabouts(place: Place) -> dict[str, str]:
    """Return the parts of the address; a province the card does not tell leaves what was chosen."""
    known = {"street": place.street}
    if place.province:
        known["province"] = place.province
        known["commune"] = place.readings[0].commune if place.certain else ""
    return known
