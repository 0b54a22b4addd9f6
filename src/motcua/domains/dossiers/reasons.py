# SPDX-License-Identifier: Apache-2.0
"""Texts that officials must write: reasons, questions, notes."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from motcua.kit.faults import Fault
from motcua.kit.wording import written

LONGEST = 2000


class ReasonMissing(Fault):
    """The act needs words and got none."""

    sentence = gettext_lazy("Write the reason: the applicant will read it.")


def stated(text: str) -> str:
    """Return the cleaned text. Raises ReasonMissing, TextTooLong or TextUnclean."""
    words = optional(text)
    if not words:
        raise ReasonMissing
    return words


def optional(text: str) -> str:
    """Return the cleaned text, which may be empty. Raises TextTooLong or TextUnclean."""
    return written(text, longest=LONGEST, lines=True)
