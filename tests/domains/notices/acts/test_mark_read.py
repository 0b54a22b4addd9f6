# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.notices import queries
from motcua.domains.notices.acts.mark_read import mark_read
from motcua.domains.people.models import Account
from tests.domains.notices.conftest import AT, told

pytestmark = pytest.mark.django_db


def test_read_notices_are_no_longer_counted(account: Account) -> None:
    told(account, 1)
    told(account, 2)
    assert queries.unread_count(account.pk) == 2

    mark_read(account_id=account.pk, at=AT)

    assert queries.unread_count(account.pk) == 0
