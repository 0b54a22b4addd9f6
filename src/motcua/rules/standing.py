# SPDX-License-Identifier: Apache-2.0
"""Whether a paper of the vault holds on a day, and whether it may be used again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Standing(StrEnum):
    """The one reason that decides, the gravest first; OPEN holds with no end known."""

    REJECTED = "rejected"
    REVOKED = "revoked"
    REPLACED = "replaced"
    UNCONFIRMED = "unconfirmed"
    NOT_YET = "not_yet"
    EXPIRED = "expired"
    VALID = "valid"
    OPEN = "open"


REUSABLE = frozenset({Standing.VALID, Standing.OPEN})


@dataclass(frozen=True, slots=True)
class Validity:
    """What is known of a paper's life; days are whole, `valid_until` is the last valid one."""

    rejected: bool
    approved: bool
    revoked: bool
    replaced: bool
    permanent: bool
    valid_from: date | None
    valid_until: date | None


def standing(validity: Validity, *, on: date) -> Standing:
    """Return how the paper stands on a day; a paper without dates never counts as expired."""
    for holds, answer in (
        (validity.rejected, Standing.REJECTED),
        (validity.revoked, Standing.REVOKED),
        (validity.replaced, Standing.REPLACED),
        (not validity.approved, Standing.UNCONFIRMED),
        (validity.valid_from is not None and on < validity.valid_from, Standing.NOT_YET),
        (validity.valid_until is not None and on > validity.valid_until, Standing.EXPIRED),
        (validity.permanent or validity.valid_until is not None, Standing.VALID),
    ):
        if holds:
            return answer
    return Standing.OPEN
