# SPDX-License-Identifier: Apache-2.0
"""The only place that reads the clock; acts and rules take the moment as an argument."""

from __future__ import annotations

from datetime import UTC, date, datetime

from motcua.rules.worktime import VN

__all__ = ["VN", "now", "today"]


def now() -> datetime:
    """Return the present moment, aware, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Return the present date in Vietnam (UTC+7, no daylight saving)."""
    return now().astimezone(VN).date()
