# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest
from django.utils import translation

from motcua.domains.notices import queries
from motcua.domains.notices.models import Message
from motcua.domains.people.models import Account
from tests.domains.notices.conftest import CODE, told

pytestmark = pytest.mark.django_db


def test_the_same_event_is_told_once(account: Account) -> None:
    told(account)
    told(account)

    assert len(queries.latest(account.pk)) == 1
    assert Message.objects.count() == 1


def test_notices_speak_the_language_of_the_reader(account: Account) -> None:
    told(account)

    with translation.override("en"):
        assert queries.latest(account.pk)[0].words == f"Dossier {CODE} was accepted."
