# SPDX-License-Identifier: Apache-2.0
"""The form of the trial permit as an officer at the counter sends it."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from tests.domains.dossiers.conftest import Town


def sent(town: Town, **changes: Any) -> dict[str, Any]:
    """Return what is posted, without what was changed to None."""
    values = {
        "key": str(uuid4()),
        "version": town.version_id,
        "at:counter": town.centre_id,
        "at:unit": town.competent_id,
        "applicant_name": "Nguyễn Thị Lan",
        "applicant_phone": "0912345678",
        "house.floors": "3",
        "action": "submit",
    }
    return {name: value for name, value in {**values, **changes}.items() if value is not None}
