# SPDX-License-Identifier: Apache-2.0
"""Adds the names that files know and the tables do not."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import models


def add_periods(rows: Iterable[Any], *, of: str) -> int:
    """Insert unsaved names (`of` is their owner's column) that begin after the last one known.

    A name known before is closed on the day the added one begins. Returns how many were added.
    """
    rows = sorted(rows, key=lambda row: (getattr(row, of), row.valid_from))
    if not rows:
        return 0
    model: type[models.Model] = type(rows[0])
    latest = model.objects.values(of).annotate(last=models.Max("valid_from"))
    known: dict[Any, date] = dict(latest.values_list(of, "last"))
    new = [row for row in rows if row.valid_from > known.get(getattr(row, of), date.min)]
    for row in new:
        if getattr(row, of) in known:
            model.objects.filter(**{of: getattr(row, of)}, valid_to=None).update(
                valid_to=row.valid_from
            )
    model.objects.bulk_create(new, batch_size=2000)
    return len(new)
