# SPDX-License-Identifier: Apache-2.0
"""Interlinked groups: which procedures one application sets going."""

from __future__ import annotations

from functools import lru_cache

from motcua.domains.procedures.models import ProcedureVersion
from motcua.kit.faults import NotFound
from motcua.rules import interlinking
from motcua.rules.interlinking import Member

KEPT = 4096


@lru_cache(maxsize=KEPT)
def members(version_id: int) -> tuple[Member, ...]:
    """Return the members of a group's version, () for an ordinary procedure. Raises NotFound."""
    rows = ProcedureVersion.objects.filter(id=version_id)
    config = rows.values_list("config", flat=True).first()
    if config is None:
        raise NotFound
    return interlinking.parse(config.get("members"))
