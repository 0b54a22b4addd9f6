# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

import pytest

from motcua.domains.hub import queries
from motcua.domains.hub.acts.call import call
from motcua.domains.hub.acts.replay import replay
from motcua.domains.hub.acts.send import send
from motcua.kit.access import Actor, ActorKind, NotPermitted, Post, Role
from motcua.kit.faults import NotAllowedNow, NotFound
from motcua.kit.models import AuditEntry
from motcua.kit.posting import PartnerFault
from tests.builders import vn

AT = vn("2026-07-03 10:00")
OPERATOR = Actor("cb-1", "Yến", ActorKind.OFFICIAL, posts=(Post(1, "H05", Role.OPERATOR),))
pytestmark = pytest.mark.django_db


def dead() -> UUID:
    correlation_id = send(partner="bank", operation="pay", subject="REF-1", at=AT)

    def refuse(*, subject: str, correlation_id: UUID, at: datetime) -> str:
        raise PartnerFault("closed", again=False)

    call(correlation_id=correlation_id, adapters={"bank.pay": refuse}, at=AT)
    return correlation_id


def again(correlation_id: UUID, actor: Actor = OPERATOR, key: UUID | None = None) -> None:
    replay(actor=actor, at=AT, key=key or uuid4(), correlation_id=correlation_id)


def test_a_dead_exchange_is_attempted_anew() -> None:
    exchange = dead()

    again(exchange)

    def agree(*, subject: str, correlation_id: UUID, at: datetime) -> str:
        return "paid"

    assert call(correlation_id=exchange, adapters={"bank.pay": agree}, at=AT)
    assert queries.exchanges()[0].state == "done"
    assert [line.number for line in queries.tries(exchange)] == [1, 2]
    assert AuditEntry.objects.filter(act="replay").count() == 1


def test_the_same_click_twice_replays_once() -> None:
    exchange, key = dead(), uuid4()

    again(exchange, key=key)
    again(exchange, key=key)

    assert AuditEntry.objects.filter(act="replay").count() == 1


def test_what_lives_cannot_be_replayed() -> None:
    exchange = dead()
    again(exchange)

    with pytest.raises(NotAllowedNow):
        again(exchange)
    with pytest.raises(NotFound):
        again(uuid4())


def test_only_an_operator_may_replay() -> None:
    leader = Actor("cb-2", "Dũng", ActorKind.OFFICIAL, posts=(Post(1, "H05", Role.LEADER),))

    with pytest.raises(NotPermitted):
        again(dead(), leader)


def test_a_dead_one_is_not_replayed_beside_a_newer_one_about_the_same() -> None:
    exchange = dead()
    send(partner="bank", operation="pay", subject="REF-1", at=AT)

    with pytest.raises(NotAllowedNow):
        again(exchange)
