# SPDX-License-Identifier: Apache-2.0
"""An account that can be told something."""

from __future__ import annotations

from datetime import datetime

import pytest

from motcua.domains.notices.acts.tell import News, tell
from motcua.domains.people.models import Account
from tests.builders import vn

AT = vn("2026-07-03 10:00")
CODE = "H05.42-260703-0001"


@pytest.fixture
def account(db: None) -> Account:
    return Account.objects.create(
        sign_in_name="cd-1", kind="citizen", code="cd-1", full_name="Nguyễn Văn An", created_at=AT
    )


def told(account: Account | None, event_id: int = 1, at: datetime = AT, **facts: str) -> None:
    """One event told to the account and by e-mail."""
    news = News(
        event_id=event_id,
        kind=facts.pop("kind", "DossierReceived"),
        dossier_code=CODE,
        account_id=account.pk if account else None,
        email="an@example.vn",
        at=at,
        **facts,
    )
    tell([news])
