# SPDX-License-Identifier: Apache-2.0
"""To which field of administration a procedure belongs."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from motcua.domains.procedures.models import ProcedureVersion


def fields_of(version_ids: Collection[int]) -> Mapping[int, str]:
    """Return the fields of versions, closed ones too; unknown ids are left out."""
    rows = ProcedureVersion.objects.filter(id__in=version_ids)
    return dict(rows.values_list("id", "field"))
