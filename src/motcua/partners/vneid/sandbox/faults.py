# SPDX-License-Identifier: Apache-2.0
"""What can be made to go wrong, to see what citizens are told then."""

from __future__ import annotations

from enum import StrEnum

from motcua.rules.words import N_


class Misbehaviour(StrEnum):
    """One way in which the provider may misbehave."""

    SLOW = "slow"
    DOWN = "down"
    WRONG_NONCE = "wrong_nonce"
    WRONG_SIGNATURE = "wrong_signature"
    WRONG_AUDIENCE = "wrong_audience"
    WRONG_ISSUER = "wrong_issuer"
    EXPIRED_TOKEN = "expired_token"
    OTHER_PERSON = "other_person"
    LEVEL_1 = "level_1"
    ORGANISATION = "organisation"


WORDING = {
    Misbehaviour.SLOW: N_("VNeID answers very slowly"),
    Misbehaviour.DOWN: N_("VNeID answers with an error (500)"),
    Misbehaviour.WRONG_NONCE: N_("The ID token carries a wrong nonce"),
    Misbehaviour.WRONG_SIGNATURE: N_("The ID token is signed with another key"),
    Misbehaviour.WRONG_AUDIENCE: N_("The ID token is meant for another site"),
    Misbehaviour.WRONG_ISSUER: N_("The ID token names another issuer"),
    Misbehaviour.EXPIRED_TOKEN: N_("The ID token has expired"),
    Misbehaviour.OTHER_PERSON: N_("The details belong to another person than the ID token"),
    Misbehaviour.LEVEL_1: N_("Every account is of level 1"),
    Misbehaviour.ORGANISATION: N_("Every account belongs to an organisation"),
}
