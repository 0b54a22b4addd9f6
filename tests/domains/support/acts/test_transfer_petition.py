# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.support.acts.transfer_petition import SameUnit, transfer_petition
from motcua.domains.support.wording import WordsMissing
from motcua.kit.access import NotPermitted
from motcua.kit.faults import NotFound
from tests.builders import vn
from tests.domains.support.conftest import Place, by, row

REASON = "Tuyến đường do xã bên quản lý."


def test_the_new_unit_has_two_days_and_the_fifteen_go_on(place: Place) -> None:
    code = place.filed()

    transfer_petition(
        by=by(place.specialist, vn("2026-07-06 10:00")), code=code, unit_id=place.other_id,
        reason=REASON,
    )  # fmt: skip

    passed = row(code)
    assert (passed.unit_id, passed.state, passed.late) == (place.other_id, "filed", False)
    assert passed.due_at == vn("2026-07-08 10:00")
    assert passed.resolve_due_at == vn("2026-07-24 10:00")


def test_after_two_working_days_it_is_late_for_the_index(place: Place) -> None:
    code = place.filed()

    transfer_petition(
        by=by(place.specialist, vn("2026-07-07 10:01")), code=code, unit_id=place.other_id,
        reason=REASON,
    )  # fmt: skip

    assert row(code).late


def test_the_old_unit_has_no_say_afterwards(place: Place) -> None:
    code = place.filed()
    transfer_petition(by=by(place.specialist), code=code, unit_id=place.other_id, reason=REASON)

    with pytest.raises(NotPermitted):
        transfer_petition(by=by(place.specialist), code=code, unit_id=place.unit_id, reason=REASON)


@pytest.mark.parametrize(
    ("unit", "reason", "fault"),
    [("same", REASON, SameUnit), ("none", REASON, NotFound), ("other", " ", WordsMissing)],
)
def test_a_transfer_needs_another_unit_and_a_reason(
    place: Place, unit: str, reason: str, fault: type[Exception]
) -> None:
    code = place.filed()
    unit_id = {"same": place.unit_id, "none": 0, "other": place.other_id}[unit]

    with pytest.raises(fault):
        transfer_petition(by=by(place.specialist), code=code, unit_id=unit_id, reason=reason)

    assert row(code).unit_id == place.unit_id
