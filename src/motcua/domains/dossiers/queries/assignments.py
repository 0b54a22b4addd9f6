# SPDX-License-Identifier: Apache-2.0
"""Who works on which dossier now."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from motcua.kit import sql


class Assignee(NamedTuple):
    """The person a dossier was given to at its present step."""

    account_id: int
    name: str


NOW = """
SELECT a.dossier_id, a.account_id, p.full_name
FROM dossiers_assignment a
JOIN dossiers_dossier d ON d.id = a.dossier_id AND d.step = a.step
JOIN people_account p ON p.id = a.account_id
WHERE a.dossier_id = ANY(%s)
"""


def assignees(dossier_ids: Collection[int]) -> Mapping[int, Assignee]:
    """Return the present assignees by dossier; those of earlier steps do not count."""
    rows = sql.fetch_all(NOW, [list(dossier_ids)])
    return {dossier_id: Assignee(account_id, name) for dossier_id, account_id, name in rows}
