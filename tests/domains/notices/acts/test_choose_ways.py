# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.notices import queries
from motcua.domains.notices.acts.choose_ways import choose_ways
from motcua.domains.notices.channels import Ways
from motcua.domains.notices.models import Message, Notice
from motcua.domains.people.models import Account
from motcua.kit.access import GUEST, Actor, ActorKind, NotPermitted
from tests.domains.notices.conftest import AT, told

pytestmark = pytest.mark.django_db
NONE = Ways(in_app=False, email=False, sms=False)


def choose(account: Account, **ways: Ways) -> None:
    actor = Actor(account.code, account.full_name, ActorKind.CITIZEN, account.pk)
    choose_ways(actor=actor, at=AT, ways=ways)


def test_who_wants_nothing_hears_nothing(account: Account) -> None:
    choose(account, received=NONE)

    told(account)

    assert not Notice.objects.exists()
    assert not Message.objects.exists()


def test_news_with_a_legal_effect_always_stands_in_the_account(account: Account) -> None:
    choose(account, asked=NONE)

    told(account, kind="SupplementAsked", phone="0912345678")

    assert Notice.objects.count() == 1
    assert not Message.objects.exists()
    assert queries.ways_of(account.pk)["asked"].in_app


def test_text_messages_come_only_for_what_was_chosen(account: Account) -> None:
    choose(account, received=Ways(in_app=True, email=False, sms=True), unknown=NONE)

    told(account, phone="0912345678")

    assert Message.objects.get().channel == "sms"


def test_guests_choose_nothing() -> None:
    with pytest.raises(NotPermitted):
        choose_ways(actor=GUEST, at=AT, ways={"received": NONE})
