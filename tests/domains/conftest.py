# SPDX-License-Identifier: Apache-2.0
"""The real reference files in the tables, and people in posts of real units."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from motcua.domains.units.acts.load_reference import load_reference

LOADED_AT = datetime(2026, 1, 2, 3, 0, tzinfo=UTC)


@pytest.fixture
def reference(db: None) -> None:
    """Places, agencies and calendar as in `data/`."""
    load_reference(at=LOADED_AT)
