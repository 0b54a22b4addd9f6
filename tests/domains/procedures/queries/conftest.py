# SPDX-License-Identifier: Apache-2.0
"""The whole catalogue in the tables, for all tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from motcua.domains.procedures.acts.load_catalogue import load_catalogue
from motcua.domains.units.acts.load_reference import load_reference
from motcua.kit.snapshots import Snapshot
from tests.domains.procedures.conftest import LOADED_AT


@pytest.fixture(scope="package")
def catalogue(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Units and all procedures as in `data/`, loaded once and rolled back after this folder."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_reference(at=LOADED_AT)
        load_catalogue(at=LOADED_AT)
        yield
        transaction.set_rollback(True)
    Snapshot.forget_all()
