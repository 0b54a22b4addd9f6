# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.support.acts.take_up import take_up
from motcua.kit.access import NotPermitted
from motcua.kit.faults import NotAllowedNow, NotFound, Stale
from tests.builders import vn
from tests.domains.support.conftest import Place, by, row


def test_the_unit_takes_it_up_and_must_resolve_it(place: Place) -> None:
    code = place.filed()

    take_up(by=by(place.specialist, vn("2026-07-03 14:00")), code=code)

    assert row(code).state == "taken_up"
    assert row(code).due_at == vn("2026-07-24 10:00")


def test_people_of_another_unit_do_not(place: Place) -> None:
    code = place.filed()

    for actor in (place.other_leader, place.citizen, place.admin):
        with pytest.raises(NotPermitted):
            take_up(by=by(actor), code=code)

    assert row(code).state == "filed"


def test_it_happens_once_and_not_from_an_old_page(place: Place) -> None:
    code = place.filed()
    command = by(place.specialist, seen=1)

    take_up(by=command, code=code)
    again = take_up(by=command, code=code)

    assert again.state == "taken_up"
    with pytest.raises(Stale):
        take_up(by=by(place.specialist, seen=1), code=code)
    with pytest.raises(NotAllowedNow):
        take_up(by=by(place.specialist), code=code)
    with pytest.raises(NotFound):
        take_up(by=by(place.specialist), code="PA-260703-999999")
