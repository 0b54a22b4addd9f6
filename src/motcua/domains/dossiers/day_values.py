# SPDX-License-Identifier: Apache-2.0
"""The dated value of a working day in money, from `data/law/day_values.yaml`."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from motcua.kit import datafiles


@dataclass(frozen=True, slots=True)
class DayValue:
    """What holds from one day on; `to_verify` marks a source that nobody has seen yet.

    `basis` and `source` are texts by language, vi and en.
    """

    valid_from: date
    vnd_per_day: int
    basis: Mapping[str, str]
    source: Mapping[str, str]
    to_verify: bool


def on(day: date) -> DayValue | None:
    """Return the value that holds on a day; None before the first."""
    return next((one for one in reversed(_values()) if one.valid_from <= day), None)


@functools.cache
def _values() -> Sequence[DayValue]:
    stated = datafiles.read_yaml("law/day_values.yaml")
    return sorted((DayValue(**one) for one in stated), key=lambda one: one.valid_from)
