# SPDX-License-Identifier: Apache-2.0
"""Tells from the agencies of a national record whose system runs a procedure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from motcua.rules.words import fold

_CENTRAL: Final = re.compile(
    r"^(chi )?cuc (thue|hai quan|du tru|quan ly xuat nhap canh|canh sat)|^cong an\b|^thue\b"
    r"|\bhai quan\b|^ngan hang nha nuoc|^kho bac|^bao hiem xa hoi|canh sat|xuat nhap canh"
    r"|^toa an|thi hanh an|^bo cong an|^bo quoc phong|^cang vu"
)
_MINISTERIAL: Final = re.compile(r"^(bo|cuc|tong cuc|van phong chinh phu|thu tuong)\b")
_CENTRAL_MINISTRIES: Final = ("bo cong an", "ngan hang nha nuoc", "toa an nhan dan")


class Route(NamedTuple):
    """LOCAL, HYBRID or MINISTRY; not certain where it was only concluded from names."""

    routing: str
    is_certain: bool


def route(facts: Mapping[str, Any]) -> Route:
    """Return who runs the procedure: the province, a branch of the centre, or each its part.

    Bodies of the centre in the province (police, tax, customs, State Bank, insurance, treasury,
    courts) work on systems of their ministries. No published list says which procedures these
    are, so only the province's own are certain.
    """
    agencies = [fold(name) for name in facts.get("agencies") or ()]
    if not agencies:
        ministry = fold(facts.get("ministry") or "")
        return Route("MINISTRY" if ministry.startswith(_CENTRAL_MINISTRIES) else "LOCAL", False)
    central = [_CENTRAL.search(name) for name in agencies if not _MINISTERIAL.search(name)]
    if all(central):
        return Route("MINISTRY", False)
    return Route("HYBRID", False) if any(central) else Route("LOCAL", True)
