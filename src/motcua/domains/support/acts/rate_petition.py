# SPDX-License-Identifier: Apache-2.0
"""Say whether the answer helped."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.support import ledger
from motcua.domains.support.commands import Outcome, owns
from motcua.domains.support.wording import optional
from motcua.kit.access import NotPermitted
from motcua.kit.commands import By
from motcua.kit.faults import Fault, NotAllowedNow
from motcua.rules.petitions import PetitionState

ENDED = frozenset({PetitionState.ANSWERED, PetitionState.PUBLISHED, PetitionState.REFUSED})


class PetitionRatedBefore(Fault):
    """One vote for each answer."""

    status = 409
    sentence = gettext_lazy("You have already told us whether the answer helped. Thank you.")


@transaction.atomic
def rate_petition(*, by: By, code: str, satisfied: bool, comment: str = "") -> Outcome:
    """Write the petitioner's verdict on the answer, once.

    Raises NotFound, NotPermitted, NotAllowedNow, PetitionRatedBefore. Emits: PetitionMoved.
    """
    row = ledger.begin(by, "rate_petition", code)
    if row is None:
        return ledger.outcome(code)
    if not owns(by.actor, row.account_id, ledger.SECRET, row.code):
        raise NotPermitted
    if row.state not in ENDED:
        raise NotAllowedNow
    if row.satisfied is not None:
        raise PetitionRatedBefore
    return ledger.write(
        row, by=by, act="rate_petition", post=None, text=optional(comment, longest=1000),
        payload={"satisfied": satisfied},
    )  # fmt: skip
