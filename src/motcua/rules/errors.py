# SPDX-License-Identifier: Apache-2.0
"""What a rule says when it cannot answer: one sentence with its places kept apart."""

from __future__ import annotations

from collections.abc import Mapping


class RuleError(ValueError):
    """A rule was asked for something it refuses.

    `sentence` is an English msgid marked with `N_` where it is raised, `params` fill its places,
    so that a face can say `gettext(error.sentence) % error.params`.
    """

    def __init__(self, sentence: str, **params: object) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.params: Mapping[str, object] = params

    def __str__(self) -> str:
        """Return the English sentence, filled in."""
        return self.sentence % self.params
