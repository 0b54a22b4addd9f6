# SPDX-License-Identifier: Apache-2.0
"""Names money that does not fit, once."""

from __future__ import annotations

from datetime import datetime

from motcua.domains.payments.models import REFERENCE_MOST, Difference


def name_difference(
    kind: str, reference: str, *, at: datetime, dossier_code: str = "", unit_id: int | None = None,
    expected_vnd: int | None = None, got_vnd: int | None = None, statement_id: int | None = None,
) -> None:  # fmt: skip
    """Write the difference down, unless the same one was written before."""
    Difference.objects.bulk_create(
        [
            Difference(
                kind=kind, reference=reference[:REFERENCE_MOST], dossier_code=dossier_code,
                unit_id=unit_id, expected_vnd=expected_vnd, got_vnd=got_vnd,
                statement_id=statement_id, found_at=at,
            )
        ],
        ignore_conflicts=True,
    )  # fmt: skip
