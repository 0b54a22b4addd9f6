# SPDX-License-Identifier: Apache-2.0
"""Whether a paper holds: the gravest reason decides, and no date is never an expiry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from motcua.rules.standing import REUSABLE, Standing, Validity, standing

DAY = date(2026, 7, 3)
PLAIN = Validity(
    rejected=False, approved=True, revoked=False, replaced=False, permanent=False, valid_from=None,
    valid_until=None,
)  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, Standing.OPEN),
        ({"permanent": True}, Standing.VALID),
        ({"valid_until": DAY}, Standing.VALID),
        ({"valid_until": date(2026, 7, 2)}, Standing.EXPIRED),
        ({"valid_from": DAY}, Standing.OPEN),
        ({"valid_from": date(2026, 7, 4)}, Standing.NOT_YET),
        ({"approved": False}, Standing.UNCONFIRMED),
        ({"approved": False, "valid_until": date(2020, 1, 1)}, Standing.UNCONFIRMED),
        ({"replaced": True}, Standing.REPLACED),
        ({"revoked": True, "replaced": True}, Standing.REVOKED),
        ({"rejected": True, "revoked": True}, Standing.REJECTED),
    ],
)
def test_the_gravest_reason_decides(changes: dict[str, object], expected: Standing) -> None:
    assert standing(replace(PLAIN, **changes), on=DAY) is expected


def test_only_what_holds_may_be_used_again() -> None:
    assert REUSABLE == {Standing.VALID, Standing.OPEN}
