# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from motcua.domains.dossiers.acts.settle_parcel import settle_parcel
from motcua.domains.dossiers.models import Parcel
from motcua.domains.dossiers.queries import card as cards
from motcua.domains.dossiers.queries import returns, verification
from motcua.domains.dossiers.reasons import ReasonMissing
from motcua.kit.access import NotPermitted
from motcua.kit.faults import NotAllowedNow
from tests.builders import by, vn
from tests.domains.dossiers.conftest import Town, acts
from tests.domains.dossiers.fetching import NUMBER, posted, ready

LATER = vn("2026-07-10 09:00")
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def store(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def test_a_delivered_parcel_leaves_the_list(town: Town) -> None:
    code = posted(town)

    settle_parcel(by=by(town.counter, LATER), code=code, delivered=True)

    assert (Parcel.objects.get().state, acts(code)[-1]) == ("delivered", "parcel_delivered")
    assert returns.parcels_at([town.centre_id]) == ()
    assert [found for _, found in verification.differences()] == [[]]


def test_a_parcel_comes_back_with_a_reason_and_stays_on_the_list(town: Town) -> None:
    code = posted(town)

    with pytest.raises(ReasonMissing):
        settle_parcel(by=by(town.counter, LATER), code=code, delivered=False)
    settle_parcel(by=by(town.counter, LATER), code=code, delivered=False, note="Sai địa chỉ")

    (line,) = returns.parcels_at([town.centre_id])
    assert (line.state, cards.history(code)[-1].reason) == ("came_back", f"{NUMBER}: Sai địa chỉ")


def test_the_same_command_twice_settles_once(town: Town) -> None:
    code, command = posted(town), by(town.counter, LATER)

    for _ in range(2):
        settle_parcel(by=command, code=code, delivered=True)

    assert acts(code).count("parcel_delivered") == 1


def test_only_the_counter_that_sent_it_says_so_and_once(town: Town) -> None:
    code, unsent = posted(town), ready(town)

    with pytest.raises(NotPermitted):
        settle_parcel(by=by(town.specialist, LATER), code=code, delivered=True)
    with pytest.raises(NotAllowedNow):
        settle_parcel(by=by(town.counter, LATER), code=unsent, delivered=True)
    settle_parcel(by=by(town.counter, LATER), code=code, delivered=True)
    with pytest.raises(NotAllowedNow):
        settle_parcel(by=by(town.counter, LATER), code=code, delivered=False, note="x")
