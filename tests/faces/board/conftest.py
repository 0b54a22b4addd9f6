# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from collections.abc import Iterator

import pytest

from motcua.faces.design.rendered import SHELF
from tests.domains.conftest import reference, reference_rows  # noqa: F401


@pytest.fixture(autouse=True)
def empty_shelf() -> Iterator[None]:
    """Forget the pages of the test before."""
    SHELF.clear()
    yield
    SHELF.clear()
