# SPDX-License-Identifier: Apache-2.0
"""Move the due moments of an open petition to where a changed calendar puts them."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from motcua.domains.support import ledger
from motcua.domains.support.commands import Outcome
from motcua.domains.support.story import counted, stated_dues
from motcua.kit.commands import By
from motcua.rules import petitions
from motcua.rules.petitions import Dues

MOVABLE = ("resolve", "publish", "pass_on", "ask")


@transaction.atomic
def redate_petition(*, by: By, code: str, event_id: int) -> Outcome:
    """Count the due moments anew; `event_id` is the change of the calendar that asks for it.

    Which moments move is said by `rules.petitions.redated`. Where nothing moves nothing is written.
    Raises NotFound. Emits: PetitionMoved.
    """
    ledger.lock(code)
    story = ledger.story_of(code)
    dues = petitions.redated(story.state, story.dues, counted(story.timing, story.unit_id), by.at)
    was_due_at = _moved(story.dues, dues)
    row = ledger.begin(by, "redate_petition", code) if was_due_at else None
    if row is None:
        return ledger.outcome(code)
    return ledger.write(
        row, by=by, act="redate_petition", post=None, was_due_at=was_due_at,
        payload={
            "cause": event_id, "was": stated_dues(story.dues), "dues": stated_dues(dues),
        },
    )  # fmt: skip


def _moved(before: Dues, after: Dues) -> datetime | None:
    """Return the old moment of what moved, what matters most to the petitioner first."""
    for name in MOVABLE:
        was: datetime | None = getattr(before, name)
        if was != getattr(after, name):
            return was
    return None
