# SPDX-License-Identifier: Apache-2.0
"""Configurations generated from the national catalogue for procedures nobody has authored."""

from __future__ import annotations

from motcua.rules.generation.configuration import TO_VERIFY, configure
from motcua.rules.generation.limits import NationalLimit, national_limit
from motcua.rules.generation.papers import papers
from motcua.rules.generation.processes import choose

__all__ = ["TO_VERIFY", "NationalLimit", "choose", "configure", "national_limit", "papers"]
