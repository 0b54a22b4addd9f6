# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.support.acts.rate_petition import PetitionRatedBefore, rate_petition
from motcua.kit.access import NotPermitted
from motcua.kit.faults import NotAllowedNow
from tests.domains.support.conftest import Place, by, row


@pytest.mark.parametrize("satisfied", [True, False])
def test_the_petitioner_says_once_whether_it_helped(place: Place, satisfied: bool) -> None:
    code = place.answered()

    rate_petition(by=by(place.citizen), code=code, satisfied=satisfied)

    assert row(code).satisfied is satisfied
    with pytest.raises(PetitionRatedBefore):
        rate_petition(by=by(place.citizen), code=code, satisfied=not satisfied)


def test_nobody_else_votes_and_not_before_the_answer(place: Place) -> None:
    code = place.answered()

    for actor in (place.stranger, place.leader):
        with pytest.raises(NotPermitted):
            rate_petition(by=by(actor), code=code, satisfied=True)
    with pytest.raises(NotAllowedNow):
        rate_petition(by=by(place.citizen), code=place.filed(), satisfied=True)
