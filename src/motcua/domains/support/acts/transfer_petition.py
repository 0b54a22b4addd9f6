# SPDX-License-Identifier: Apache-2.0
"""Pass a petition on to the unit it concerns."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.support import ledger
from motcua.domains.support.commands import HANDLERS, Outcome, post_among
from motcua.domains.support.wording import stated
from motcua.domains.units import queries as units
from motcua.kit.commands import By
from motcua.kit.faults import Fault


class SameUnit(Fault):
    """It lies there already."""

    sentence = gettext_lazy("The petition is with this unit already. Choose another one.")


@transaction.atomic
def transfer_petition(*, by: By, code: str, unit_id: int, reason: str) -> Outcome:
    """Pass it on; the new unit has its own two days, the petitioner's fifteen go on.

    Raises NotFound, NotPermitted, NotAllowedNow, Stale, SameUnit, the faults of wording.
    Emits: PetitionMoved.
    """
    row = ledger.begin(by, "transfer_petition", code)
    if row is None:
        return ledger.outcome(code)
    post = post_among(by.actor, HANDLERS, row.unit_id)
    unit = units.agency(unit_id)
    if unit.id == row.unit_id:
        raise SameUnit
    return ledger.write(
        row, by=by, act="transfer_petition", post=post, text=stated(reason),
        payload={"unit": unit.id},
    )  # fmt: skip
