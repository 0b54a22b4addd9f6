# SPDX-License-Identifier: Apache-2.0
"""The token that changes with every change of places, agencies or calendars."""

from __future__ import annotations

from uuid import UUID

from motcua.domains.units.models import ReferenceState


def token() -> UUID | None:
    """Return the present token; None before anything was loaded."""
    return ReferenceState.objects.values_list("token", flat=True).first()
