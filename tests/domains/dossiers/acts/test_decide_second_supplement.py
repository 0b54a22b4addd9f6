# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from motcua.domains.dossiers.acts.ask_supplement import DateTooEarly
from motcua.domains.dossiers.acts.decide_second_supplement import (
    NothingRequested,
    decide_second_supplement,
)
from motcua.domains.dossiers.acts.request_second_supplement import (
    NoThirdRequest,
    request_second_supplement,
)
from motcua.domains.dossiers.acts.resume import resume
from motcua.domains.dossiers.four_eyes import OwnProposal
from motcua.domains.dossiers.models import SecondRequest
from motcua.domains.dossiers.queries import verification
from motcua.domains.dossiers.queries.card import supplements
from motcua.domains.dossiers.queries.facts import facts
from motcua.kit.access import NotPermitted, Role
from motcua.kit.faults import NotAllowedNow
from tests.builders import by, vn
from tests.domains.dossiers.acts.test_request_second_supplement import (
    ITEM,
    UNTIL,
    asked_once,
    requested,
)
from tests.domains.dossiers.conftest import Town, acts, row

AT = vn("2026-07-07 14:00")
pytestmark = pytest.mark.django_db


def test_an_approved_request_goes_to_the_applicant_and_pauses_the_clock(town: Town) -> None:
    code = asked_once(town)
    requested(town, code)

    decide_second_supplement(by=by(town.leader, AT), code=code, approves=True, note="Đồng ý")

    stored, second = row(code), supplements(row(code).pk)[1]
    assert (stored.status, stored.pauses[-1][1]) == (5, None)
    assert (second.officer_name, second.until_on) == (town.specialist.name, UNTIL)
    assert SecondRequest.objects.get().approved is True
    assert [found for _, found in verification.differences()] == [[]]


def test_the_index_learns_of_the_second_request(town: Town) -> None:
    code = asked_once(town)
    requested(town, code)
    decide_second_supplement(by=by(town.leader, AT), code=code, approves=True)

    assert facts([code])[0].supplement_requests == 2


def test_after_the_second_answer_the_work_goes_on_and_nothing_more_is_asked(town: Town) -> None:
    code = asked_once(town)
    requested(town, code)
    decide_second_supplement(by=by(town.leader, AT), code=code, approves=True)

    resume(by=by(town.citizen, AT), code=code, answers={"house": {"floors": 5}})

    assert row(code).step == "appraise"
    with pytest.raises(NoThirdRequest):
        request_second_supplement(
            by=by(town.specialist, AT), code=code, items=[ITEM], until_on=UNTIL, reason="x"
        )


def test_a_declined_request_changes_nothing_and_may_be_made_again(town: Town) -> None:
    code = asked_once(town)
    requested(town, code)

    decide_second_supplement(by=by(town.leader, AT), code=code, approves=False, note="Tự kiểm tra")

    assert (row(code).status, len(supplements(row(code).pk))) == (4, 1)
    assert acts(code)[-1] == "decide_second_supplement"
    assert requested(town, code).status == 4


def test_the_leader_may_give_another_day(town: Town) -> None:
    code = asked_once(town)
    requested(town, code)
    later = vn("2026-07-21 08:00")

    with pytest.raises(DateTooEarly):
        decide_second_supplement(by=by(town.leader, later), code=code, approves=True)
    decide_second_supplement(
        by=by(town.leader, later), code=code, approves=True, until_on=date(2026, 8, 3)
    )

    assert supplements(row(code).pk)[1].until_on == date(2026, 8, 3)


def test_only_the_leader_in_charge_decides_and_only_what_waits(town: Town) -> None:
    code = asked_once(town)

    with pytest.raises(NothingRequested):
        decide_second_supplement(by=by(town.leader, AT), code=code, approves=True)
    requested(town, code)
    with pytest.raises(NotPermitted):
        decide_second_supplement(by=by(town.specialist, AT), code=code, approves=True)
    town.advance(town.specialist, code, "propose", AT)
    with pytest.raises(NotAllowedNow):
        decide_second_supplement(by=by(town.leader, AT), code=code, approves=True)

    assert SecondRequest.objects.get().decided_at is None


@pytest.mark.parametrize("leader", [{}, {"for_code": "cb-Dũng"}])
def test_who_wants_a_second_supplement_may_drop_it_but_not_allow_it(
    town: Town, leader: dict[str, str]
) -> None:
    code = asked_once(town)
    requested(town, code)
    own = town.specialist.posts[0]
    both = replace(town.specialist, posts=(own, replace(own, role=Role.LEADER, **leader)))

    with pytest.raises(OwnProposal):
        decide_second_supplement(by=by(both, AT), code=code, approves=True)

    assert SecondRequest.objects.get().decided_at is None
    decide_second_supplement(by=by(both, AT), code=code, approves=False)
    assert SecondRequest.objects.get().approved is False
