# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.support.acts.rate_petition import rate_petition
from motcua.domains.support.acts.reopen_petition import TooLateToReopen, reopen_petition
from motcua.kit.access import NotPermitted
from motcua.kit.faults import NotAllowedNow
from tests.builders import vn
from tests.domains.support.conftest import Place, by, row

WORDS = "Đèn lại hỏng ngay hôm sau."


def test_the_unit_must_look_again_with_new_clocks(place: Place) -> None:
    code = place.answered()
    rate_petition(by=by(place.citizen), code=code, satisfied=False)

    reopen_petition(by=by(place.citizen, vn("2026-07-10 10:00")), code=code, words=WORDS)

    again = row(code)
    assert (again.state, again.reopened, again.satisfied) == ("reopened", 1, None)
    assert again.due_at == vn("2026-07-31 10:00")


def test_what_was_late_stays_late(place: Place) -> None:
    code = place.answered(vn("2026-07-27 10:00"))

    reopen_petition(by=by(place.citizen, vn("2026-07-28 10:00")), code=code, words=WORDS)

    assert row(code).late


def test_the_window_closes_after_fifteen_days(place: Place) -> None:
    code = place.answered()

    with pytest.raises(TooLateToReopen):
        reopen_petition(by=by(place.citizen, vn("2026-07-18 10:01")), code=code, words=WORDS)


def test_only_the_petitioner_reopens_and_only_what_ended(place: Place) -> None:
    with pytest.raises(NotPermitted):
        reopen_petition(by=by(place.stranger), code=place.answered(), words=WORDS)
    with pytest.raises(NotAllowedNow):
        reopen_petition(by=by(place.citizen), code=place.taken_up(), words=WORDS)
