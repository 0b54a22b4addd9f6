# SPDX-License-Identifier: Apache-2.0
"""The address of a scanned card: what it filled in, and the communes it may mean to choose from."""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from django.http import QueryDict
from django.utils.translation import gettext

from motcua.domains.units import queries as units
from motcua.faces.design.applicants import address_names
from motcua.faces.design.served_places import place_words
from motcua.faces.desk.counter.card import Scan
from motcua.rules.card_address import street_of
from motcua.rules.forms import Form
from motcua.rules.forms.nested import dig, put

FIELD: Final = "at:from_card"
_ACTION: Final = re.compile(r"place:(?P<commune>\d{5}):(?P<taken>\d)", re.ASCII)


class Offer(NamedTuple):
    """A commune the address may mean; pressed, `action` puts it into the form."""

    action: str
    words: str


def filled_by(form: Form, scan: Scan) -> tuple[str, ...]:
    """Return the questions whose commune, or at least province, the card answered."""
    return address_names(form) if scan.place is not None and scan.place.province else ()


def still_filled(form: Form, sent: QueryDict) -> tuple[str, ...]:
    """Return the questions a card had answered when the form was shown before."""
    before = sent.getlist(FIELD)
    return tuple(name for name in address_names(form) if name in before)


def notes(names: Sequence[str]) -> dict[str, str]:
    """Return the mark of each question that a card answered."""
    return {name: gettext("Filled in from the card; please check.") for name in names}


def offers(form: Form, scan: Scan) -> tuple[Offer, ...]:
    """Return the communes to choose from when the card does not tell one for certain."""
    if scan.place is None or scan.place.certain or not address_names(form):
        return ()
    return tuple(
        Offer(f"place:{one.commune}:{one.taken}", place_words(one.province, one.commune))
        for one in scan.place.readings
    )


def with_chosen(form: Form, answers: Mapping[str, Any], action: str) -> dict[str, Any] | None:
    """Return the answers with the offered commune that was pressed; None for another action."""
    wish = _ACTION.fullmatch(action)
    commune = units.commune(wish["commune"]) if wish else None
    if wish is None or commune is None:
        return None
    changed = copy.deepcopy(dict(answers))
    for name in address_names(form):
        whole = str(dig(changed, f"{name}.street") or "")
        put(changed, f"{name}.province", commune.province_code)
        put(changed, f"{name}.commune", commune.code)
        put(changed, f"{name}.street", street_of(whole, int(wish["taken"])))
    return changed
