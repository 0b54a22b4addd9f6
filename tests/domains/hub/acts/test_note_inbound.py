# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.hub import queries
from motcua.domains.hub.acts.note_inbound import note_inbound
from tests.builders import vn

AT = vn("2026-07-03 10:00")
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("accepted", "state"), [(True, "done"), (False, "refused")])
def test_a_call_of_a_partner_stands_in_the_log(accepted: bool, state: str) -> None:
    note_inbound(
        partner="bank", operation="confirm", subject="R" * 500, at=AT, took_ms=12,
        outcome="bad_hash", accepted=accepted,
    )  # fmt: skip

    (line,) = queries.exchanges(states=[state])
    assert (line.direction, line.outcome, line.took_ms) == ("in", "bad_hash", 12)
    assert len(line.subject) == 60
