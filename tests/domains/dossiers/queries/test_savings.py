# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.dossiers.queries.savings import Savings, savings
from tests.builders import vn
from tests.domains.dossiers.conftest import Town

pytestmark = pytest.mark.django_db
# ten working days by law, five promised: law 17/7 10:00, promise 10/7 10:00


def test_days_are_saved_by_the_promise_and_by_the_true_end(town: Town) -> None:
    early, late = town.decided(), town.decided(vn("2026-07-20 10:00"))

    found = savings([early, late])

    assert found == Savings(2, 10.0, 8.0, 1.0)
    assert found.balance_days == 7.0


def test_what_still_runs_saves_nothing_yet(town: Town) -> None:
    assert savings([town.appraised()]) == Savings(0, 0, 0, 0)
