# SPDX-License-Identifier: Apache-2.0
"""The token that changes with every publication or withdrawal."""

from __future__ import annotations

from uuid import UUID

from motcua.domains.procedures.models import CatalogueState


def token() -> UUID | None:
    """Return the present token; None before anything was published."""
    return CatalogueState.objects.values_list("token", flat=True).first()
