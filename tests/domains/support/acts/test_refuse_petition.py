# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.support.acts.refuse_petition import refuse_petition
from motcua.domains.support.wording import WordsMissing
from motcua.kit.access import NotPermitted
from motcua.kit.faults import NotAllowedNow
from tests.builders import vn
from tests.domains.support.conftest import Place, by, row

REASON = "Việc này đã được tòa án thụ lý."


@pytest.mark.parametrize(("at", "late"), [("2026-07-07 10:00", False), ("2026-07-07 10:01", True)])
def test_a_leader_refuses_within_two_working_days_or_late(
    place: Place, at: str, late: bool
) -> None:
    code = place.filed()

    refuse_petition(by=by(place.leader, vn(at)), code=code, reason=REASON)

    assert (row(code).state, row(code).due_at, row(code).late) == ("refused", None, late)


def test_it_needs_a_leader_and_a_reason(place: Place) -> None:
    code = place.filed()

    for actor in (place.specialist, place.other_leader, place.citizen):
        with pytest.raises(NotPermitted):
            refuse_petition(by=by(actor), code=code, reason=REASON)
    with pytest.raises(WordsMissing):
        refuse_petition(by=by(place.leader), code=code, reason="")
    assert row(code).state == "filed"


def test_an_answered_one_is_not_refused(place: Place) -> None:
    with pytest.raises(NotAllowedNow):
        refuse_petition(by=by(place.leader), code=place.answered(), reason=REASON)
