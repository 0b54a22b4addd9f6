# SPDX-License-Identifier: Apache-2.0
"""Reading the data-use ledger for those whose data was looked at."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from motcua.kit import sql

SUBJECTS_MOST = 500

LOOKS = """
SELECT id, at, actor_code, post, purpose, page,
  ARRAY(SELECT one FROM unnest(subjects) AS one WHERE one = ANY(%(asked)s::varchar[]))
FROM kit_datause
WHERE subjects && %(asked)s::varchar[] AND (%(before_id)s::bigint IS NULL OR id < %(before_id)s)
ORDER BY id DESC LIMIT %(limit)s
"""


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

    A line tells only the asked subjects: what else stood on the page, thousands of others in a
    register, does not leave the database.
    """
    asked = sorted(set(list(subjects)[:SUBJECTS_MOST]))
    values = {"asked": asked, "before_id": before_id, "limit": limit}
    return tuple(
        Look(id_, at, actor_code, post, purpose, page, tuple(own))
        for id_, at, actor_code, post, purpose, page, own in sql.fetch_all(LOOKS, values)
    )
