# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import date

from motcua.domains.people.queries import holders
from motcua.kit.access import Role
from tests.domains.people.conftest import TODAY


def test_holders_of_a_unit_are_found_by_role(official: int, department: int) -> None:
    assert [card.account_id for card in holders(department, on=TODAY)] == [official]
    assert holders(department, on=TODAY, role=Role.LEADER) == ()
    assert holders(department, on=date(2025, 6, 30)) == ()
