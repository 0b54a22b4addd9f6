# SPDX-License-Identifier: Apache-2.0
"""Limits that a screen has to tell."""

from __future__ import annotations

from datetime import datetime

from motcua.domains.people import limits


def password_length(at: datetime) -> int:
    """Return how many characters a new password needs."""
    return limits.at(at).password_length
