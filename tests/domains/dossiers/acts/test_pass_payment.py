# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.dossiers.acts.pass_payment import pass_payment
from motcua.kit.access import SYSTEM, NotPermitted
from motcua.kit.faults import NotAllowedNow, NotFound
from tests.builders import by, vn
from tests.domains.dossiers.conftest import Town

AT = vn("2026-07-06 09:00")


def test_only_the_system_passes_a_payment_by_itself(town: Town) -> None:
    code = town.received()

    with pytest.raises(NotPermitted):
        pass_payment(by=by(town.counter, AT), code=code)


def test_a_dossier_that_does_not_wait_for_money_stays(town: Town) -> None:
    with pytest.raises(NotAllowedNow):
        pass_payment(by=by(SYSTEM, AT), code=town.received())
    with pytest.raises(NotFound):
        pass_payment(by=by(SYSTEM, AT), code="H05-260703-9999")
