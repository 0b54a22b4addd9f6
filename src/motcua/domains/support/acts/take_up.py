# SPDX-License-Identifier: Apache-2.0
"""Take a petition up: the unit is the right one and works on it."""

from __future__ import annotations

from django.db import transaction

from motcua.domains.support import ledger
from motcua.domains.support.commands import HANDLERS, Outcome, post_among
from motcua.kit.commands import By


@transaction.atomic
def take_up(*, by: By, code: str) -> Outcome:
    """Begin to work on it.

    Raises NotFound, NotPermitted, NotAllowedNow, Stale. Emits: PetitionMoved.
    """
    row = ledger.begin(by, "take_up", code)
    if row is None:
        return ledger.outcome(code)
    post = post_among(by.actor, HANDLERS, row.unit_id)
    return ledger.write(row, by=by, act="take_up", post=post)
