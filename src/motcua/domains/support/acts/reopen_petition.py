# SPDX-License-Identifier: Apache-2.0
"""Say that the answer does not help, so that the unit looks again."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.support import ledger
from motcua.domains.support.commands import Outcome, owns
from motcua.domains.support.wording import stated
from motcua.kit.access import NotPermitted
from motcua.kit.commands import By
from motcua.kit.faults import Fault
from motcua.rules.petitions import REOPEN_DAYS, may_reopen


class TooLateToReopen(Fault):
    """The window has closed."""

    status = 409
    sentence = gettext_lazy(
        "It can be reopened within %(days)s days after the answer. File a new one."
    )


@transaction.atomic
def reopen_petition(*, by: By, code: str, words: str) -> Outcome:
    """Reopen it; the unit's clocks begin anew, what was late stays late.

    Raises NotFound, NotPermitted, NotAllowedNow, Stale, TooLateToReopen, the faults of wording.
    Emits: PetitionMoved.
    """
    row = ledger.begin(by, "reopen_petition", code)
    if row is None:
        return ledger.outcome(code)
    if not owns(by.actor, row.account_id, ledger.SECRET, row.code):
        raise NotPermitted
    if row.answered_at is not None and not may_reopen(row.answered_at, by.at):
        raise TooLateToReopen(days=REOPEN_DAYS)
    return ledger.write(row, by=by, act="reopen_petition", post=None, text=stated(words))
