# SPDX-License-Identifier: Apache-2.0
"""Chooses the published internal process a procedure's workflow is made after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from motcua.rules.workflow.fitting import is_usable

OWN_PROVINCE: Final = "Tỉnh Bắc Ninh"


def choose(processes: Iterable[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """Return the process of one procedure to follow, None when none can be.

    Bắc Ninh's own comes before another province's; of several cases the longest is taken, for
    a dossier of the shorter case is then merely early.
    """
    usable = [process for process in processes if is_usable(process)]
    return max(usable, key=_worth, default=None)


def _worth(process: Mapping[str, Any]) -> tuple[bool, float, str]:
    is_own = process.get("province") == OWN_PROVINCE
    return is_own, process.get("total_hours") or 0, str(process.get("process_id"))
