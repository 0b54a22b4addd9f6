# SPDX-License-Identifier: Apache-2.0
"""Give what the unit asked for."""

from __future__ import annotations

from django.db import transaction

from motcua.domains.support import ledger
from motcua.domains.support.commands import Outcome, owns
from motcua.domains.support.wording import stated
from motcua.kit.access import NotPermitted
from motcua.kit.commands import By


@transaction.atomic
def supply(*, by: By, code: str, words: str) -> Outcome:
    """Answer the question; the clock runs again.

    Raises NotFound, NotPermitted, NotAllowedNow, Stale, the faults of wording.
    Emits: PetitionMoved.
    """
    row = ledger.begin(by, "supply", code)
    if row is None:
        return ledger.outcome(code)
    if not owns(by.actor, row.account_id, ledger.SECRET, row.code):
        raise NotPermitted
    return ledger.write(row, by=by, act="supply", post=None, text=stated(words))
