# SPDX-License-Identifier: Apache-2.0
"""Refuse a petition with a reason."""

from __future__ import annotations

from django.db import transaction

from motcua.domains.support import ledger
from motcua.domains.support.commands import DECIDERS, Outcome, post_among
from motcua.domains.support.wording import stated
from motcua.kit.commands import By


@transaction.atomic
def refuse_petition(*, by: By, code: str, reason: str) -> Outcome:
    """Refuse it; after two working days this counts as late.

    Raises NotFound, NotPermitted, NotAllowedNow, Stale, the faults of wording.
    Emits: PetitionMoved.
    """
    row = ledger.begin(by, "refuse_petition", code)
    if row is None:
        return ledger.outcome(code)
    post = post_among(by.actor, DECIDERS, row.unit_id)
    return ledger.write(row, by=by, act="refuse_petition", post=post, text=stated(reason))
