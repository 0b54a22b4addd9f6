# SPDX-License-Identifier: Apache-2.0
"""The only place that reads the clock; acts and rules take the moment as an argument."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta

from motcua.rules.worktime import VN

__all__ = ["VN", "now", "today"]


# A demonstration may be moved in time, to show 15:00 at any hour; `Env` refuses it in production.
_OFFSET = timedelta(seconds=float(os.environ.get("MOTCUA_CLOCK_OFFSET", "0")))


def now() -> datetime:
    """Return the present moment, aware, in UTC."""
    return datetime.now(UTC) + _OFFSET


def today() -> date:
    """Return the present date in Vietnam (UTC+7, no daylight saving)."""
    return now().astimezone(VN).date()
