# SPDX-License-Identifier: Apache-2.0
"""Ask the petitioner for more."""

from __future__ import annotations

from django.db import transaction

from motcua.domains.support import ledger
from motcua.domains.support.commands import HANDLERS, Outcome, post_among
from motcua.domains.support.wording import stated
from motcua.kit.commands import By


@transaction.atomic
def ask_petitioner(*, by: By, code: str, question: str) -> Outcome:
    """Ask; the clock stands only when the question comes in the legal five working days.

    Raises NotFound, NotPermitted, NotAllowedNow, Stale, the faults of wording.
    Emits: PetitionMoved.
    """
    row = ledger.begin(by, "ask_petitioner", code)
    if row is None:
        return ledger.outcome(code)
    post = post_among(by.actor, HANDLERS, row.unit_id)
    return ledger.write(row, by=by, act="ask_petitioner", post=post, text=stated(question))
