# SPDX-License-Identifier: Apache-2.0
"""Fold a batch of petition events into facts of the index."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from django.db import transaction

from motcua.domains.quality.models import PetitionFact
from motcua.domains.support.queries.facts import facts
from motcua.kit.relay import Told

HEARD = frozenset({"PetitionFiled", "PetitionMoved"})


@transaction.atomic
def fold_petitions(told: Sequence[Told]) -> None:
    """Bring the facts up to date; they are read anew, so telling twice changes nothing."""
    newest = {event.subject: event.id for event in told if event.topic in HEARD}
    if not newest:
        return
    columns = [field.name for field in PetitionFact._meta.concrete_fields]
    PetitionFact.objects.bulk_create(
        [
            PetitionFact(**asdict(row), last_event_id=newest[row.petition_code])
            for row in facts(list(newest))
        ],
        update_conflicts=True,
        unique_fields=["petition_code"],
        update_fields=[name for name in columns if name != "petition_code"],
    )
