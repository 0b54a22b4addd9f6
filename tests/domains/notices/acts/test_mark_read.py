# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from dataclasses import replace

import pytest

from motcua.domains.notices import queries
from motcua.domains.notices.acts.mark_read import mark_read
from motcua.domains.people.models import Account
from motcua.kit.access import Actor, ActorKind, Mandate, NotPermitted
from tests.domains.notices.conftest import AT, told

pytestmark = pytest.mark.django_db


def test_read_notices_are_no_longer_counted(account: Account) -> None:
    told(account, 1)
    told(account, 2)
    assert queries.unread_count(account.pk) == 2

    mark_read(actor=_citizen(account), at=AT)

    assert queries.unread_count(account.pk) == 0


def test_a_representative_for_one_dossier_marks_nothing(account: Account) -> None:
    told(account, 1)
    narrow = Mandate("cd-ba", "Bà", 0, dossier_code="H05.43-260703-0001")

    with pytest.raises(NotPermitted):
        mark_read(actor=replace(_citizen(account), mandate=narrow), at=AT)

    assert queries.unread_count(account.pk) == 1


def _citizen(account: Account) -> Actor:
    return Actor(account.code, account.full_name, ActorKind.CITIZEN, account_id=account.pk)
