# SPDX-License-Identifier: Apache-2.0
"""Reading the data-use ledger for those whose data was looked at."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from motcua.kit.models import DataUse

SUBJECTS_MOST = 500


@dataclass(frozen=True, slots=True)
class Look:
    """One page that was shown: to whom, in which post, why, and which of the asked subjects."""

    id: int
    at: datetime
    actor_code: str
    post: str
    purpose: str
    page: str
    subjects: tuple[str, ...]


def looks(
    subjects: Collection[str], *, before_id: int | None = None, limit: int = 50
) -> tuple[Look, ...]:
    """Return who looked at these dossiers or accounts, the newest first.

    A line tells only the asked subjects: what else stood on the page concerns others.
    """
    asked = frozenset(list(subjects)[:SUBJECTS_MOST])
    rows = DataUse.objects.filter(subjects__overlap=sorted(asked))
    if before_id is not None:
        rows = rows.filter(id__lt=before_id)
    found = rows.order_by("-id")[:limit].values_list(
        "id", "at", "actor_code", "post", "purpose", "page", "subjects"
    )
    return tuple(Look(*row[:-1], tuple(one for one in row[-1] if one in asked)) for row in found)
