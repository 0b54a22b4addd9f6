# SPDX-License-Identifier: Apache-2.0
"""A text a procedure's author wrote in both languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Vietnamese and English; `text[language]` falls back on Vietnamese, the official language."""

    vi: str
    en: str

    def __getitem__(self, language: str) -> str:
        return self.en if language.startswith("en") else self.vi

    def __str__(self) -> str:
        return self.vi
