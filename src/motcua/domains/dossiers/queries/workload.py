# SPDX-License-Identifier: Apache-2.0
"""What lies before a post, and before one of the people who hold it."""

from __future__ import annotations

from typing import NamedTuple

from django.db.models import F

from motcua.domains.dossiers.models import Assignment, Dossier

NAMED = 20


class Workload(NamedTuple):
    """Open dossiers before a post; `assigned` of them are given to one person by name.

    `codes` names at most twenty of the assigned, the most urgent first.
    """

    before_post: int
    assigned: int
    codes: tuple[str, ...]


def workload(*, unit_id: int, role: str, account_id: int) -> Workload:
    """Return what lies before the post, and what of it was given to this account."""
    post = Dossier.objects.filter(desk_unit_id=unit_id, desk_role=role)
    given = Assignment.objects.filter(
        account_id=account_id, step=F("dossier__step"), dossier__desk_unit_id=unit_id,
        dossier__desk_role=role,
    ).order_by("dossier__queue_due_at", "dossier_id")  # fmt: skip
    codes = given.values_list("dossier__code", flat=True)
    return Workload(post.count(), given.count(), tuple(codes[:NAMED]))
