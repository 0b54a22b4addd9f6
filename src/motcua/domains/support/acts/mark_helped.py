# SPDX-License-Identifier: Apache-2.0
"""Count whether a known answer helped."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F

from motcua.domains.support.models import KnownAnswer
from motcua.kit import idempotency
from motcua.kit.commands import By
from motcua.kit.faults import NotFound


@transaction.atomic
def mark_helped(*, by: By, slug: str, helped: bool) -> None:
    """Count one reader's verdict; nothing is kept of who they are. Raises NotFound."""
    rows = KnownAnswer.objects.filter(pk=slug)
    if not rows.exists():
        raise NotFound
    if idempotency.spend(key=by.key, act="mark_helped", actor=by.actor, subject=slug, at=by.at):
        column = "helped" if helped else "unhelped"
        rows.update(**{column: F(column) + 1})
