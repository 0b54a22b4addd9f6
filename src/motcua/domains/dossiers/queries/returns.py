# SPDX-License-Identifier: Apache-2.0
"""How results left the house: parcels, and people who collected in the applicant's place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from motcua.domains.dossiers.models import Collection, Parcel

LISTED = 200


@dataclass(frozen=True, slots=True)
class CollectionCard:
    """Who collected a result in the applicant's place, on what proof, and who looked at it."""

    collector_name: str
    collector_id_number: str
    relation: str
    statement: str
    proof_paper_id: int | None
    at: datetime
    checker_name: str
    unit_id: int


class ParcelLine(NamedTuple):
    """A result given to the post."""

    tracking_number: str
    state: str
    sent_at: datetime
    sender_name: str
    settled_at: datetime | None
    note: str
    unit_id: int


class ParcelRow(NamedTuple):
    """A parcel on the list of the counter that sent it."""

    code: str
    version_id: int
    applicant_name: str
    tracking_number: str
    state: str
    sent_at: datetime
    note: str


def collection_of(dossier_id: int) -> CollectionCard | None:
    """Return who collected the result in the applicant's place, None for nobody else."""
    rows = Collection.objects.filter(dossier_id=dossier_id)
    row = rows.values_list(*CollectionCard.__slots__).first()
    return CollectionCard(*row) if row else None


def parcels_of(dossier_id: int) -> tuple[ParcelLine, ...]:
    """Return the parcels in which a result travelled, in their order."""
    rows = Parcel.objects.filter(dossier_id=dossier_id).order_by("id")
    return tuple(ParcelLine(*row) for row in rows.values_list(*ParcelLine._fields))


def parcels_at(unit_ids: Sequence[int]) -> tuple[ParcelRow, ...]:
    """Return the parcels of these counters that are under way or came back, oldest first."""
    rows = Parcel.objects.filter(unit_id__in=unit_ids, state__in=["sent", "came_back"])
    listed = rows.order_by("sent_at", "id").values_list(
        "dossier__code", "dossier__version_id", "dossier__applicant_name", "tracking_number",
        "state", "sent_at", "note",
    )  # fmt: skip
    return tuple(ParcelRow(*row) for row in listed[:LISTED])
