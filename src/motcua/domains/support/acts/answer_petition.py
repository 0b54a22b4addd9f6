# SPDX-License-Identifier: Apache-2.0
"""Answer a petition."""

from __future__ import annotations

from django.db import transaction

from motcua.domains.support import ledger
from motcua.domains.support.commands import DECIDERS, Outcome, post_among
from motcua.domains.support.wording import stated
from motcua.kit.commands import By


@transaction.atomic
def answer_petition(*, by: By, code: str, answer: str) -> Outcome:
    """Give the answer of the unit.

    Raises NotFound, NotPermitted, NotAllowedNow, Stale, the faults of wording.
    Emits: PetitionMoved.
    """
    row = ledger.begin(by, "answer_petition", code)
    if row is None:
        return ledger.outcome(code)
    post = post_among(by.actor, DECIDERS, row.unit_id)
    return ledger.write(row, by=by, act="answer_petition", post=post, text=stated(answer))
