# SPDX-License-Identifier: Apache-2.0
"""Common receipts: which dossiers one person handed in together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from motcua.domains.dossiers.models import Bundle
from motcua.kit.faults import NotFound


@dataclass(frozen=True, slots=True)
class BundleCard:
    """A common receipt; `dossiers` are codes in the order in which they came in."""

    code: str
    unit_id: int
    opened_at: datetime
    officer_name: str
    dossiers: tuple[str, ...]


def bundle(code: str) -> BundleCard:
    """Return a common receipt, whoever asks. Raises NotFound."""
    row = Bundle.objects.filter(code=code).first()
    if row is None:
        raise NotFound
    codes = row.rows.order_by("id").values_list("dossier__code", flat=True)
    return BundleCard(row.code, row.unit_id, row.opened_at, row.officer_name, tuple(codes))
