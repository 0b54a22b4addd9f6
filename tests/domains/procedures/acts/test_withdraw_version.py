# SPDX-License-Identifier: Apache-2.0
"""A withdrawn version takes no new dossiers, and is read on for those it has."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

from motcua.domains.procedures import queries
from motcua.domains.procedures.acts.publish import publish
from motcua.domains.procedures.acts.withdraw_version import (
    AlreadyClosed,
    NoReason,
    PastEnd,
    withdraw_version,
)
from motcua.kit.access import GUEST, Actor, NotPermitted
from motcua.kit.faults import NotFound
from motcua.kit.models import AuditEntry, OutboxEvent
from tests.domains.procedures.conftest import CODE, NOW

TODAY = date(2026, 11, 20)


@pytest.fixture
def version_id(procedure: str, configurator: Actor, config: dict[str, Any]) -> int:
    return publish(actor=configurator, at=NOW, key=uuid4(), config=config)


def withdraw(
    actor: Actor,
    version_id: int,
    on: date = TODAY,
    reason: str = "Trùng thủ tục",
    key: UUID | None = None,
) -> None:
    withdraw_version(
        actor=actor,
        at=NOW,
        key=key or uuid4(),
        version_id=version_id,
        until_on=on,
        reason=reason,
    )


def test_a_withdrawn_version_takes_no_new_dossiers_and_is_still_read(
    version_id: int, configurator: Actor
) -> None:
    withdraw(configurator, version_id)

    assert not queries.is_open(queries.version(version_id), TODAY)
    with pytest.raises(NotFound):
        queries.current(CODE, TODAY)
    assert queries.version(version_id).workflow.start == "submitted"
    assert queries.find("giấy phép thử", on=TODAY) == ()


def test_a_withdrawal_may_be_announced(version_id: int, configurator: Actor) -> None:
    withdraw(configurator, version_id, date(2026, 12, 1))

    assert queries.current(CODE, date(2026, 11, 30)).id == version_id
    assert not queries.is_open(queries.version(version_id), date(2026, 12, 1))


def test_a_withdrawal_is_logged_and_told_once(version_id: int, configurator: Actor) -> None:
    key = uuid4()

    withdraw(configurator, version_id, key=key)
    withdraw(configurator, version_id, key=key)

    entry = AuditEntry.objects.get(chain=f"procedure:{CODE}", act="withdraw_version")
    assert entry.payload["reason"] == "Trùng thủ tục"
    assert OutboxEvent.objects.filter(topic="ProcedureWithdrawn").count() == 1


def test_a_closed_version_is_not_closed_again(version_id: int, configurator: Actor) -> None:
    withdraw(configurator, version_id)

    with pytest.raises(AlreadyClosed, match="20/11/2026"):
        withdraw(configurator, version_id, date(2026, 12, 1))


def test_days_gone_by_and_withdrawals_without_reason_are_refused(
    version_id: int, configurator: Actor
) -> None:
    with pytest.raises(PastEnd):
        withdraw(configurator, version_id, date(2026, 11, 19))
    with pytest.raises(NoReason):
        withdraw(configurator, version_id, reason=" \n ")

    assert queries.is_open(queries.version(version_id), TODAY)


def test_only_a_configurator_withdraws_and_only_what_exists(
    version_id: int, configurator: Actor
) -> None:
    with pytest.raises(NotPermitted):
        withdraw(GUEST, version_id)
    with pytest.raises(NotFound):
        withdraw(configurator, version_id + 1)
