# SPDX-License-Identifier: Apache-2.0
"""The real reference files in the tables, loaded once for the tests of a file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from motcua.domains.units.acts.load_reference import load_reference

LOADED_AT = datetime(2026, 1, 2, 3, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def reference_rows(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Places, agencies and calendar, in a transaction that ends with the file's last test.

    The transaction of each test lies inside it as a savepoint.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        load_reference(at=LOADED_AT)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def reference(reference_rows: None, db: None) -> None:
    """Places, agencies and calendar as in `data/`."""
