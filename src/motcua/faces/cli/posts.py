# SPDX-License-Identifier: Apache-2.0
"""Posts as they are written in a terminal: UNIT:ROLE."""

from __future__ import annotations

import argparse

from motcua.domains.units import queries as units
from motcua.kit.access import Role
from motcua.kit.faults import NotFound
from motcua.kit.refusal import Refusal
from motcua.rules.words import N_


def post_of(text: str) -> tuple[str, Role]:
    """Return unit code and role. Raises argparse's own error for an unknown role."""
    code, _, role = text.rpartition(":")
    try:
        return code, Role(role)
    except ValueError as error:
        roles = ", ".join(Role)
        raise argparse.ArgumentTypeError(f"write UNIT:ROLE with a role of {roles}") from error


def unit_id_of(code: str) -> int:
    """Return the id of the unit with a code. Raises Refusal."""
    try:
        return units.agency_by_code(code).id
    except NotFound as error:
        raise Refusal(N_("There is no unit with the code %(code)s."), code=code) from error
