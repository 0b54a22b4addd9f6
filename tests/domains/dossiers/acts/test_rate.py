# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.dossiers.acts.rate import RatedBefore, StarsWrong, rate
from motcua.domains.dossiers.queries import card as cards
from motcua.kit.access import NotPermitted
from motcua.kit.faults import NotAllowedNow
from tests.builders import by, vn
from tests.domains.dossiers.conftest import Town, row

AT = vn("2026-07-07 14:00")
pytestmark = pytest.mark.django_db


def test_a_dossier_is_rated_once_by_its_applicant(town: Town) -> None:
    code = town.decided()

    with pytest.raises(NotPermitted):
        rate(by=by(town.stranger, AT), code=code, stars=5)
    with pytest.raises(StarsWrong):
        rate(by=by(town.citizen, AT), code=code, stars=6)
    rate(by=by(town.citizen, AT), code=code, stars=4, comment="Nhanh")
    with pytest.raises(RatedBefore):
        rate(by=by(town.citizen, AT), code=code, stars=1)

    assert cards.stars(row(code).pk) == 4


def test_a_running_dossier_cannot_be_rated(town: Town) -> None:
    with pytest.raises(NotAllowedNow):
        rate(by=by(town.citizen, AT), code=town.appraised(), stars=5)
