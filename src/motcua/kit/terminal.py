# SPDX-License-Identifier: Apache-2.0
"""What a command says to the person at the terminal, in the language the terminal is set to."""

from __future__ import annotations

import gettext
import os
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

PACKAGE = Path(__file__).resolve().parents[1]
SHELVES = (PACKAGE / "locale", PACKAGE / "faces" / "cli" / "locale")
WIDTH = 58


def terminal_language(environ: Mapping[str, str]) -> str:
    """Return "vi" where the locale variables ask for Vietnamese, "en" everywhere else."""
    stated = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
    return "vi" if stated.lower().startswith("vi") else "en"


def _catalogues(language: str) -> gettext.NullTranslations:
    found = gettext.NullTranslations()
    for shelf in SHELVES:
        with suppress(OSError):
            found.add_fallback(gettext.translation("django", str(shelf), [language]))
    return found


@dataclass(slots=True)
class Terminal:
    """Speaks on `out`; a terminal that has gone away is no reason to stop working."""

    out: TextIO = field(default_factory=lambda: sys.stdout)
    language: str = field(default_factory=lambda: terminal_language(os.environ))
    _words: gettext.NullTranslations = field(init=False)
    _in_line: bool = field(init=False, default=False)  # a stage has been named and goes on

    def __post_init__(self) -> None:
        self._words = _catalogues(self.language)

    def text(self, sentence: str, **params: object) -> str:
        """Return the sentence in the terminal's language, filled in."""
        return sentence and self._words.gettext(sentence) % params  # "" means the file's header

    def say(self, sentence: str, **params: object) -> None:
        """Say one line; while a stage goes on, on a line of its own."""
        self._write("\n" * self._in_line + self.text(sentence, **params) + "\n")
        self._in_line = False

    @contextmanager
    def stage(self, sentence: str, **params: object) -> Iterator[None]:
        """Name a stage of work, and when it is done the seconds it took."""
        began = time.monotonic()
        self._write(f"{self.text(sentence, **params):<{WIDTH}}")
        self._in_line = True
        try:
            yield
        finally:
            took = f"{time.monotonic() - began:6.1f} s"
            self._write(f"{took if self._in_line else took.rjust(WIDTH + len(took))}\n")
            self._in_line = False

    def _write(self, text: str) -> None:
        with suppress(OSError):
            self.out.write(text)
            self.out.flush()
