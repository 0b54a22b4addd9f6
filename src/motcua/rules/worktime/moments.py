# SPDX-License-Identifier: Apache-2.0
"""Moments: aware datetimes shown in Vietnam's time, within the years we can answer for."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from typing import Final

from motcua.rules.errors import RuleError
from motcua.rules.words import N_

VN: Final = timezone(timedelta(hours=7))
"""UTC+7, no daylight saving."""

FIRST_YEAR: Final = 2000
LAST_YEAR: Final = 2199
"""The week of five days began in October 1999 (188/1999/QĐ-TTg); nobody promises after 2199."""

_MOMENT: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?"
    r"(Z|[+-][0-9]{2}:[0-9]{2})?"
)
_SHOWN: Final = 40


class MomentError(RuleError):
    """A text is no moment, or a moment lies outside the supported years."""


def parse_moment(text: str) -> datetime:
    """Return the moment written as `2026-07-03T10:00[:00[.000000]][Z|±hh:mm]`, in UTC+7.

    Without a zone the moment is Vietnam's. Raises `MomentError` for another shape, for a date or
    hour that does not exist, and for a year outside `FIRST_YEAR`..`LAST_YEAR`.
    """
    if not _MOMENT.fullmatch(text):
        raise MomentError(
            N_("%(text)s is not a moment: write it like 2026-07-03T10:00."), text=excerpt(text)
        )
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise MomentError(
            N_("%(text)s does not exist: check its date, hour and zone."), text=excerpt(text)
        ) from error
    return in_vietnam(moment if moment.tzinfo else moment.replace(tzinfo=VN))


def in_vietnam(moment: datetime) -> datetime:
    """Return the same moment in UTC+7; a datetime without a zone is a programmer's `ValueError`."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs a zone")
    check_year(moment.year)
    local = moment if moment.tzinfo is VN else moment.astimezone(VN)
    check_year(local.year)
    return local


def check_year(year: int) -> None:
    """Raise `MomentError` for a year we cannot answer for."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise MomentError(
            N_("The year %(year)s is out of range: only %(first)s to %(last)s are supported."),
            year=year,
            first=FIRST_YEAR,
            last=LAST_YEAR,
        )


def excerpt(text: str) -> str:
    """Return a text as an error may quote it: on one line, escaped, at most 40 characters."""
    return ascii(text if len(text) <= _SHOWN else text[:_SHOWN] + "...")
