# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import date, datetime

import pytest

from motcua.domains.dossiers.acts import raise_alerts as module
from motcua.domains.dossiers.acts.extend import extend
from motcua.domains.dossiers.acts.raise_alerts import raise_alerts
from motcua.domains.dossiers.handlers import on_dossier_alerted
from motcua.domains.dossiers.models import Alert
from motcua.domains.notices.models import Notice
from motcua.domains.people.models import Account, Holding
from motcua.kit.access import Role
from motcua.kit.models import OutboxEvent
from motcua.kit.relay import Told
from tests.builders import by, vn
from tests.domains.dossiers.conftest import Town, row

pytestmark = pytest.mark.django_db
# received Friday 3 July 10:00, five working days: due Friday 10 July 10:00


def levels(at: datetime) -> list[tuple[int, str]]:
    raise_alerts(at=at)
    return list(Alert.objects.order_by("id").values_list("level", "role"))


def test_each_level_is_warned_once_and_in_its_time(town: Town) -> None:
    town.appraised()

    assert levels(vn("2026-07-09 09:59")) == []
    soon = [(1, "specialist")]
    assert levels(vn("2026-07-09 10:00")) == soon
    assert levels(vn("2026-07-10 10:00")) == soon
    overdue = [*soon, (2, "leader")]
    assert levels(vn("2026-07-10 10:01")) == overdue
    assert levels(vn("2026-07-13 09:59")) == overdue
    director = [*overdue, (3, "director")]
    assert levels(vn("2026-07-13 10:00")) == director
    assert levels(vn("2026-07-20 10:00")) == director


def test_what_was_missed_while_nothing_ran_is_raised_together(town: Town) -> None:
    town.appraised()

    assert levels(vn("2026-07-20 10:00")) == [(2, "leader"), (3, "director")]


def test_a_new_due_date_is_warned_of_anew(town: Town) -> None:
    code = town.appraised()
    at = vn("2026-07-09 14:00")
    assert levels(at) == [(1, "specialist")]
    extend(by=by(town.leader, at), code=code, to=vn("2026-07-15 10:00"), reason="Chờ")

    assert len(levels(vn("2026-07-10 14:00"))) == 1
    assert len(levels(vn("2026-07-14 14:00"))) == 2


def test_who_waits_for_the_citizen_or_has_ended_is_left_alone(town: Town) -> None:
    waiting = town.appraised()
    town.advance(town.specialist, waiting, "demand_tax", vn("2026-07-06 08:00"))
    town.decided()

    assert levels(vn("2026-07-20 10:00")) == []


def test_batches_go_on_where_the_last_one_ended(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes = [town.appraised() for _ in range(3)]
    monkeypatch.setattr(module, "BATCH", 2)
    at = vn("2026-07-10 11:00")

    after = raise_alerts(at=at)
    assert after == row(codes[1]).pk
    assert raise_alerts(at=at, after=after or 0) is None

    assert Alert.objects.count() == 3


def test_holders_of_the_post_are_told_once(town: Town) -> None:
    code = town.appraised()
    account = Account.objects.create(
        sign_in_name="dung", kind="official", code="cb-9", full_name="Dũng",
        created_at=vn("2026-01-01 08:00"),
    )  # fmt: skip
    Holding.objects.create(
        account=account, unit_id=town.competent_id, role=Role.LEADER, valid_from=date(2026, 1, 1)
    )
    raise_alerts(at=vn("2026-07-10 11:00"))
    events = [
        Told(event.id, event.topic, event.subject, event.at, event.payload)
        for event in OutboxEvent.objects.filter(topic="DossierAlerted")
    ]

    for _ in range(2):
        on_dossier_alerted(events)

    notice = Notice.objects.get()
    assert (notice.account_id, notice.kind) == (account.pk, "DossierOverdue")
    assert notice.dossier_code == code
