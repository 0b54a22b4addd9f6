# SPDX-License-Identifier: Apache-2.0
"""A command's refusal: one clear sentence for the person at the terminal, exit status 1."""

from __future__ import annotations


class Refusal(Exception):  # noqa: N818
    """The program cannot go on; `sentence` is an English msgid, `params` fill its places.

    Mark the sentence with `N_` where it is raised, so that the catalogues hold it.
    Never put a password, a personal number or a name of a person into `params`.
    """

    def __init__(self, sentence: str, **params: object) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.params = params

    def __str__(self) -> str:
        """Return the English sentence, filled in."""
        return self.sentence % self.params
