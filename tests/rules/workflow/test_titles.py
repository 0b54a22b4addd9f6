# SPDX-License-Identifier: Apache-2.0
"""The names of statuses and actions."""

from __future__ import annotations

from motcua.rules.workflow import ACTION_TITLES, STATUS_TITLES, Status
from motcua.rules.workflow.moves import BUILT_IN


def test_every_status_and_built_in_action_has_a_name() -> None:
    assert set(STATUS_TITLES) == set(Status)
    assert set(ACTION_TITLES) >= BUILT_IN
