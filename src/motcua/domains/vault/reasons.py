# SPDX-License-Identifier: Apache-2.0
"""The reason that goes with a decision against a paper."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy

from motcua.kit.faults import Fault
from motcua.rules.words import TextError, clean

SHORTEST: Final = 5
LONGEST: Final = 500


class ReasonMissing(Fault):
    """Nobody decides against a paper without saying why."""

    sentence = gettext_lazy("Write the reason, in 5 to 500 characters.")


def stated(reason: str) -> str:
    """Return the reason as it is stored. Raises ReasonMissing."""
    try:
        text = clean(reason).strip()
    except TextError as error:
        raise ReasonMissing from error
    if not SHORTEST <= len(text) <= LONGEST:
        raise ReasonMissing
    return text
