# SPDX-License-Identifier: Apache-2.0
"""Writes exceptions into the log without their words, which may hold what people typed."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from types import TracebackType

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Line(logging.Formatter):
    """Tells of an exception its type, the places it passed and the constraint it broke."""

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802
        """Return the chain of exceptions, the first cause first.

        PostgreSQL's message, for one, quotes the whole row that a constraint refused.
        """
        return "\n".join(_told(error) for error in reversed(list(_chain(ei[1]))))


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _told(error: BaseException) -> str:
    places = "".join(traceback.format_tb(error.__traceback__))
    broken = getattr(getattr(error, "diag", None), "constraint_name", None)
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    return f"{places}{kind}{f' ({broken})' if broken else ''}"
