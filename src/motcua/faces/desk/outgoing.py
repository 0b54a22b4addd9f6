# SPDX-License-Identifier: Apache-2.0
"""What a dossier page tells of paper on its way, and what a counter may do about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from motcua.domains.dossiers.handing import OVER
from motcua.domains.dossiers.queries import handovers, returns
from motcua.domains.dossiers.queries.card import DossierCard
from motcua.domains.dossiers.queries.handovers import HandoverLine
from motcua.domains.dossiers.queries.returns import CollectionCard, ParcelLine
from motcua.domains.units import queries as units
from motcua.domains.vault import queries as vault
from motcua.domains.vault.queries import PaperCard
from motcua.faces.desk.naming import name_of, unit_name
from motcua.kit.access import Actor, Role
from motcua.rules.workflow import Status


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Journeys of paper, parcels and who collected; `verbs` are the acts of the reader."""

    journeys: tuple[tuple[HandoverLine, str, str], ...]
    parcels: tuple[ParcelLine, ...]
    collection: CollectionCard | None
    proof: PaperCard | None
    verbs: frozenset[str]
    centres: Sequence[tuple[str, str]]


def outgoing(actor: Actor, shown: DossierCard) -> Outgoing:
    """Return what the page shows; what cannot be there yet is not asked for."""
    returned = shown.status == Status.RETURNED
    parcels = returns.parcels_of(shown.id) if returned else ()
    collection = returns.collection_of(shown.id) if returned else None
    verbs = frozenset(_verbs(actor, shown, parcels))
    return Outgoing(
        journeys=tuple(
            (line, unit_name(line.from_unit_id), unit_name(line.to_unit_id))
            for line in handovers.of_dossier(shown.code)
        ),
        parcels=parcels,
        collection=collection,
        proof=proof_of(collection),
        verbs=verbs,
        centres=_centres(shown) if "redirect_return" in verbs else (),
    )


def proof_of(collection: CollectionCard | None) -> PaperCard | None:
    """Return the scanned authorisation of whoever collected, if there is one."""
    if collection is None or collection.proof_paper_id is None:
        return None
    return next(iter(vault.papers(id=collection.proof_paper_id)), None)


def _verbs(actor: Actor, shown: DossierCard, parcels: Sequence[ParcelLine]) -> Iterator[str]:
    counters = {post.unit_id for post in actor.posts_as(Role.COUNTER)}
    if shown.status not in OVER and counters & {shown.receiving_unit_id, shown.return_unit_id}:
        yield "redirect_return"
    if parcels and parcels[-1].unit_id in counters:
        state = parcels[-1].state
        yield from {"sent": ("settle_parcel",), "came_back": ("give_again",)}.get(state, ())


def _centres(shown: DossierCard) -> list[tuple[str, str]]:
    centres = (card for card in units.one_stops() if card.id != shown.return_unit_id)
    return [(str(card.id), name_of(card)) for card in centres]
