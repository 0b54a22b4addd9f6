# SPDX-License-Identifier: Apache-2.0
"""What can be made to go wrong, to see what becomes of payments then."""

from __future__ import annotations

from enum import StrEnum

from motcua.rules.words import N_


class Misbehaviour(StrEnum):
    """One way in which the platform may misbehave."""

    SLOW = "slow"
    DOWN = "down"
    LOST_CALLBACK = "lost_callback"
    DOUBLE_CALLBACK = "double_callback"
    WRONG_AMOUNT = "wrong_amount"
    BAD_SIGNATURE = "bad_signature"


WORDING = {
    Misbehaviour.SLOW: N_("The platform answers very slowly"),
    Misbehaviour.DOWN: N_("The platform answers with an error (500)"),
    Misbehaviour.LOST_CALLBACK: N_("The callback after a payment is lost"),
    Misbehaviour.DOUBLE_CALLBACK: N_("The callback after a payment comes twice"),
    Misbehaviour.WRONG_AMOUNT: N_("The callback names another amount"),
    Misbehaviour.BAD_SIGNATURE: N_("The callback carries a wrong hash"),
}
