# SPDX-License-Identifier: Apache-2.0
"""Many rows copied at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from psycopg.pq import TransactionStatus

from motcua.kit import clock
from motcua.kit.copying import copy_rows
from motcua.kit.models import DataUse

COLUMNS = ("at", "actor_code", "post", "purpose", "page", "subjects")


@pytest.mark.django_db
def test_making_a_row_may_ask_the_database() -> None:
    def rows() -> Iterator[tuple[Any, ...]]:
        for number in range(3):
            assert connection.connection.info.transaction_status != TransactionStatus.ACTIVE
            DataUse.objects.count()
            yield clock.now(), f"cb-{number}", "", "handling", "desk/inbox", []

    copy_rows(DataUse._meta.db_table, COLUMNS, rows())

    assert DataUse.objects.count() == 3
