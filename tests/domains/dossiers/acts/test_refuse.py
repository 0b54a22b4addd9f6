# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.dossiers.acts.refuse import refuse
from motcua.domains.dossiers.queries.card import history
from motcua.domains.dossiers.reasons import ReasonMissing
from motcua.kit.faults import NotAllowedNow
from motcua.kit.wording import TextTooLong, TextUnclean
from tests.builders import by, vn
from tests.domains.dossiers.conftest import Town, row

AT = vn("2026-07-03 10:00")
pytestmark = pytest.mark.django_db


def test_a_refusal_ends_the_dossier_and_keeps_its_reason(town: Town) -> None:
    code = town.submitted()

    refuse(by=by(town.counter, AT), code=code, reason="Không thuộc thẩm quyền")

    stored = row(code)
    assert (stored.status, stored.ended_at, stored.desk_unit_id) == (3, AT, None)
    assert history(code)[-1].reason == "Không thuộc thẩm quyền"


@pytest.mark.parametrize(
    ("reason", "fault"),
    [
        ("", ReasonMissing),
        ("   ", ReasonMissing),
        ("x" * 2001, TextTooLong),
        ("lẻ \ud800 loi", TextUnclean),
        ("bell \x07", TextUnclean),
    ],
)
def test_a_refusal_needs_a_readable_reason(town: Town, reason: str, fault: type) -> None:
    code = town.submitted()

    with pytest.raises(fault):
        refuse(by=by(town.counter, AT), code=code, reason=reason)

    assert row(code).status == 1


def test_after_acceptance_it_is_too_late_to_refuse(town: Town) -> None:
    code = town.received()

    with pytest.raises(NotAllowedNow):
        refuse(by=by(town.counter, AT), code=code, reason="x")
