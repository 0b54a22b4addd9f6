# SPDX-License-Identifier: Apache-2.0
"""Who works on which dossier now."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from django.db.models import F

from motcua.domains.dossiers.models import Assignment


class Assignee(NamedTuple):
    """The person a dossier was given to at its present step."""

    account_id: int
    name: str


def assignees(dossier_ids: Collection[int]) -> Mapping[int, Assignee]:
    """Return the present assignees by dossier; those of earlier steps do not count."""
    rows = Assignment.objects.filter(dossier_id__in=dossier_ids, step=F("dossier__step"))
    found = rows.values_list("dossier_id", "account_id", "account__full_name")
    return {dossier_id: Assignee(account_id, name) for dossier_id, account_id, name in found}
