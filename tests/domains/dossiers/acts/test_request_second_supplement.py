# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import date, timedelta

import pytest

from motcua.domains.dossiers.acts.ask_supplement import (
    DateTooEarly,
    Item,
    NothingAsked,
    UnknownTarget,
    ask_supplement,
)
from motcua.domains.dossiers.acts.request_second_supplement import (
    NoFirstRequest,
    NoThirdRequest,
    RequestedAlready,
    request_second_supplement,
)
from motcua.domains.dossiers.acts.resume import resume
from motcua.domains.dossiers.handlers import on_second_supplement_requested
from motcua.domains.dossiers.ledger import Outcome
from motcua.domains.dossiers.models import SecondRequest, SupplementRequest
from motcua.domains.dossiers.queries import verification
from motcua.domains.dossiers.reasons import ReasonMissing
from motcua.domains.notices.models import Notice
from motcua.domains.people.models import Account, Delegation, Holding
from motcua.kit.access import Actor, NotPermitted, Role
from motcua.kit.faults import NotAllowedNow
from motcua.kit.models import OutboxEvent
from motcua.kit.relay import Told
from tests.builders import by, vn
from tests.domains.dossiers.conftest import Town, acts, row

AT, AGAIN = vn("2026-07-06 08:00"), vn("2026-07-07 08:00")
ITEM = Item("field:house.floors", "Số tầng chưa khớp bản vẽ", "")
UNTIL = date(2026, 7, 20)
pytestmark = pytest.mark.django_db


def asked_once(town: Town) -> str:
    code = town.appraised()
    ask_supplement(by=by(town.specialist, AT), code=code, items=[ITEM], until_on=UNTIL)
    resume(by=by(town.citizen, AT), code=code, answers={"house": {"floors": 4}})
    return code


def requested(town: Town, code: str, actor: Actor | None = None, **changes: object) -> Outcome:
    stated = {"items": [ITEM], "until_on": UNTIL, "reason": "Bản vẽ mới lại sai"}
    return request_second_supplement(
        by=by(actor or town.specialist, AGAIN), code=code, **stated | changes
    )


def test_the_dossier_stays_at_the_desk_and_the_clock_runs(town: Town) -> None:
    code = asked_once(town)
    before = row(code)

    requested(town, code)

    stored = row(code)
    assert (stored.status, stored.step, stored.due_at) == (4, "appraise", before.due_at)
    assert SecondRequest.objects.get().reason == "Bản vẽ mới lại sai"
    assert acts(code)[-1] == "request_second_supplement"
    assert [found for _, found in verification.differences()] == [[]]


def test_the_leaders_of_the_unit_and_their_stand_ins_are_told(town: Town) -> None:
    code = asked_once(town)
    leader, stand_in = account("cb-8"), account("cb-9")
    on = AGAIN.date()
    Holding.objects.create(
        account=leader, unit_id=town.competent_id, role=Role.LEADER, valid_from=date(2026, 1, 1)
    )
    Delegation.objects.create(
        absent=leader, stand_in=stand_in, unit_id=town.competent_id, role=Role.LEADER, at=AGAIN,
        valid_from=on, valid_to=on + timedelta(days=1), reason="Nghỉ phép", named_by="cb-8",
    )  # fmt: skip
    requested(town, code)
    event = OutboxEvent.objects.get(topic="SecondSupplementRequested")

    on_second_supplement_requested(
        [Told(event.id, event.topic, event.subject, event.at, event.payload)]
    )

    told = Notice.objects.filter(kind="SecondSupplementRequested", dossier_code=code)
    assert set(told.values_list("account_id", flat=True)) == {leader.pk, stand_in.pk}


def account(code: str) -> Account:
    return Account.objects.create(
        sign_in_name=code, kind="official", code=code, full_name=code, created_at=AT
    )


def test_the_first_request_needs_no_leader(town: Town) -> None:
    with pytest.raises(NoFirstRequest):
        requested(town, town.appraised())


def test_one_request_waits_at_a_time(town: Town) -> None:
    code = asked_once(town)
    requested(town, code)

    with pytest.raises(RequestedAlready):
        requested(town, code)


def test_nobody_is_asked_a_third_time(town: Town) -> None:
    code = asked_once(town)
    SupplementRequest.objects.create(
        dossier=row(code), asked_at=AT, asked_by="x", officer_name="x", until_on=UNTIL, items=[],
        completed_at=AT,
    )  # fmt: skip

    with pytest.raises(NoThirdRequest):
        requested(town, code)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"items": []}, NothingAsked),
        ({"items": [Item("field:none", "x", "")]}, UnknownTarget),
        ({"until_on": date(2026, 7, 7)}, DateTooEarly),
        ({"reason": " "}, ReasonMissing),
    ],
)
def test_what_the_leader_could_not_judge_is_refused(
    town: Town, changes: dict[str, object], fault: type
) -> None:
    code = asked_once(town)

    with pytest.raises(fault):
        requested(town, code, **changes)

    assert not SecondRequest.objects.exists()


def test_only_those_at_the_desk_ask(town: Town) -> None:
    code = asked_once(town)

    with pytest.raises(NotPermitted):
        request_second_supplement(
            by=by(town.leader, AGAIN), code=code, items=[ITEM], until_on=UNTIL, reason="x"
        )
    town.advance(town.specialist, code, "propose", AGAIN)
    with pytest.raises((NotPermitted, NotAllowedNow)):
        requested(town, code)
