# SPDX-License-Identifier: Apache-2.0
"""Agencies as the screens and the other domains read them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from motcua.domains.units.models import Agency, AgencyKind, AgencyName, CodeKind
from motcua.domains.units.queries.state import token
from motcua.kit.faults import NotFound
from motcua.kit.snapshots import Snapshot


@dataclass(frozen=True, slots=True)
class AgencyCard:
    """An agency under the name it bears on one date; `code_synthetic` codes are not official."""

    id: int
    key: str
    code: str
    code_synthetic: bool
    name_vi: str
    name_en: str
    short_name: str
    sort_key: str
    level: str
    kind: str
    scored: bool
    commune_code: str | None
    parent_id: int | None
    one_stop_id: int | None


@dataclass(frozen=True, slots=True)
class NameCard:
    """A name and when it is borne, the last day excluded; `valid_to` None while it lasts."""

    name_vi: str
    name_en: str
    short_name: str
    valid_from: date
    valid_to: date | None
    decided_by: str
    to_verify: bool


@dataclass(frozen=True, slots=True)
class _Agencies:
    by_id: Mapping[int, AgencyCard]
    by_code: Mapping[str, AgencyCard]
    ordered: tuple[AgencyCard, ...]


def agency(agency_id: int, *, on: date | None = None) -> AgencyCard:
    """Return an agency under the name valid on a date (today when not given). Raises NotFound."""
    card = _AGENCIES.get().by_id.get(agency_id)
    if card is None:
        raise NotFound
    return card if on is None else _named_on(card, on)


def agency_by_code(code: str) -> AgencyCard:
    """Return an agency by its code, its key or its commune's statistics code. Raises NotFound.

    A statistics code means the people's committee of that commune.
    """
    card = _AGENCIES.get().by_code.get(code.strip())
    if card is None:
        raise NotFound
    return card


def names_of(agency_id: int) -> tuple[NameCard, ...]:
    """Return the names of an agency over time, oldest first."""
    rows = AgencyName.objects.filter(agency_id=agency_id).order_by("valid_from")
    return tuple(NameCard(*row) for row in rows.values_list(*NameCard.__slots__))


def agencies() -> tuple[AgencyCard, ...]:
    """Return all agencies: the province first, then the communes, in Vietnamese order."""
    return _AGENCIES.get().ordered


def one_stops() -> tuple[AgencyCard, ...]:
    """Return the centres that receive dossiers, the provincial one first."""
    centres = (card for card in agencies() if card.kind == AgencyKind.SERVICE_CENTRE)
    return tuple(centres)


def served_by(one_stop_id: int) -> tuple[AgencyCard, ...]:
    """Return the agencies whose dossiers this centre hands over and returns."""
    return tuple(card for card in agencies() if card.one_stop_id == one_stop_id)


def _named_on(card: AgencyCard, on: date) -> AgencyCard:
    """Return the card under the name of that date; before its first name, under its first."""
    names = AgencyName.objects.filter(agency_id=card.id)
    name = names.on(on).first() or names.order_by("valid_from").first()
    return replace(
        card,
        name_vi=name.name_vi,
        name_en=name.name_en,
        short_name=name.short_name,
        sort_key=name.sort_key,
    )


def _card(row: Agency, name: AgencyName) -> AgencyCard:
    return AgencyCard(
        id=row.id,
        key=row.key,
        code=row.code,
        code_synthetic=row.code_kind == CodeKind.SYNTHETIC,
        name_vi=name.name_vi,
        name_en=name.name_en,
        short_name=name.short_name,
        sort_key=name.sort_key,
        level=row.level,
        kind=row.kind,
        scored=row.scored,
        commune_code=row.commune_id,
        parent_id=row.parent_id,
        one_stop_id=row.one_stop_id,
    )


def _build(today: date) -> _Agencies:
    names = {name.agency_id: name for name in AgencyName.objects.on(today)}
    rows = Agency.objects.filter(id__in=names)
    cards = [_card(row, names[row.id]) for row in rows]
    cards.sort(key=lambda card: (card.level == "commune", card.sort_key, card.id))
    by_code = {
        card.commune_code: card
        for card in cards
        if card.commune_code and card.kind == AgencyKind.PEOPLE_COMMITTEE
    }
    by_code |= {card.key: card for card in cards} | {card.code: card for card in cards}
    return _Agencies({card.id: card for card in cards}, by_code, tuple(cards))


_AGENCIES = Snapshot(version=token, build=_build)
