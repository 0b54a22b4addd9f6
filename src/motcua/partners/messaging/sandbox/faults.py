# SPDX-License-Identifier: Apache-2.0
"""What can be made to go wrong, to see what citizens and operators are told then."""

from __future__ import annotations

from enum import StrEnum

from motcua.rules.words import N_


class Misbehaviour(StrEnum):
    """One way in which the gateway may misbehave."""

    SLOW = "slow"
    DOWN = "down"
    LOST = "lost"
    UNDELIVERED = "undelivered"
    TWICE = "twice"
    WRONG_SIGNATURE = "wrong_signature"


WORDING = {
    Misbehaviour.SLOW: N_("The gateway answers very slowly"),
    Misbehaviour.DOWN: N_("The gateway answers with an error (500)"),
    Misbehaviour.LOST: N_("Messages are accepted and lost: no receipt comes"),
    Misbehaviour.UNDELIVERED: N_("No message reaches its reader"),
    Misbehaviour.TWICE: N_("Every receipt comes twice"),
    Misbehaviour.WRONG_SIGNATURE: N_("Receipts carry a wrong signature"),
}
