# SPDX-License-Identifier: Apache-2.0
"""Command lines: a wrong one is answered with one sentence and exit status 2."""

from __future__ import annotations

import argparse
from typing import Any, NoReturn

USAGE_ERROR = 2
_LONGEST = 200


class OneSentenceParser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line, and takes no shortened options."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("allow_abbrev", False)
        super().__init__(*args, **kwargs)

    def error(self, message: str) -> NoReturn:
        """Print the sentence on the standard error and leave."""
        line = " ".join(message.split())[:_LONGEST]
        self.exit(USAGE_ERROR, f"{self.prog}: {line.removesuffix('.')}.\n")
