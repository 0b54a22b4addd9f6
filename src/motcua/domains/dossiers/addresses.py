# SPDX-License-Identifier: Apache-2.0
"""An address of a form in one line, as papers print it: always in Vietnamese."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from motcua.domains.units import queries as units


def in_one_line(address: Mapping[str, Any]) -> str:
    """Return street, commune and province, the places under their present names."""
    places = (
        units.commune(str(address.get("commune") or "")),
        units.province(str(address.get("province") or "")),
    )
    parts = [str(address.get("street") or ""), *(place.name_vi for place in places if place)]
    return ", ".join(filter(None, parts))
