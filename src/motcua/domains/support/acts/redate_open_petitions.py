# SPDX-License-Identifier: Apache-2.0
"""Carry a change of the calendar through the open petitions, a batch at a time."""

from __future__ import annotations

from datetime import datetime

from motcua.domains.support.acts.redate_petition import redate_petition
from motcua.domains.support.models import Petition, PetitionRedating
from motcua.domains.units.redating import BATCH, CarriedChange, Redate, carry
from motcua.rules.petitions import PetitionState

ENDED = (PetitionState.REFUSED, PetitionState.PUBLISHED)


def redate_open_petitions(*, at: datetime) -> bool:
    """Redate the next batch of the oldest change; False when nothing is left to do."""
    return carry(table=PetitionRedating, at=at, batch_of=_batch)


def _batch(change: CarriedChange) -> list[tuple[int, str, tuple[Redate, ...]]]:
    """Return id and code of the next petitions."""
    rows = Petition.objects.filter(id__gt=change.last_id).exclude(state__in=ENDED).order_by("id")
    if change.agency_id is not None:
        rows = rows.filter(unit_id=change.agency_id)
    found = rows.values_list("id", "code")[:BATCH]
    return [(row_id, code, (redate_petition,)) for row_id, code in found]
