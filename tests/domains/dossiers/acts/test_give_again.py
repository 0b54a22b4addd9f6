# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from motcua.domains.dossiers.acts.give_again import give_again
from motcua.domains.dossiers.acts.settle_parcel import settle_parcel
from motcua.domains.dossiers.fetching import ProofMissing, SentBefore, TrackingNumberWrong
from motcua.domains.dossiers.queries import returns, verification
from motcua.kit.access import NotPermitted
from motcua.kit.faults import NotAllowedNow
from tests.builders import by, vn
from tests.domains.dossiers.conftest import Town, acts, row
from tests.domains.dossiers.fetching import AT, NUMBER, SON, posted, son

BACK, LATER = vn("2026-07-10 09:00"), vn("2026-07-13 09:00")
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def store(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def came_back(town: Town) -> str:
    code = posted(town)
    settle_parcel(by=by(town.counter, BACK), code=code, delivered=False, note="Sai địa chỉ")
    return code


def test_it_is_sent_once_more_under_a_new_number(town: Town, came_back: str) -> None:
    give_again(by=by(town.counter, LATER), code=came_back, tracking_number="EB987654321VN")

    states = [line.state for line in returns.parcels_of(row(came_back).id)]
    assert states == ["came_back", "sent"]
    assert (row(came_back).returned_at, acts(came_back)[-1]) == (AT, "give_again")
    assert [found for _, found in verification.differences()] == [[]]


def test_the_applicant_or_somebody_with_proof_fetches_it(town: Town, came_back: str) -> None:
    with pytest.raises(ProofMissing):
        give_again(by=by(town.counter, LATER), code=came_back, collector=son(statement=""))
    give_again(by=by(town.counter, LATER), code=came_back, collector=SON)

    assert returns.parcels_at([town.centre_id]) == ()
    assert returns.collection_of(row(came_back).id) is not None
    with pytest.raises(NotAllowedNow):
        give_again(by=by(town.counter, LATER), code=came_back)


def test_the_same_command_twice_gives_once(town: Town, came_back: str) -> None:
    command = by(town.counter, LATER)

    for _ in range(2):
        give_again(by=command, code=came_back)

    assert acts(came_back).count("give_again") == 1


def test_wrong_numbers_and_wrong_people_are_refused(town: Town, came_back: str) -> None:
    with pytest.raises(SentBefore):
        give_again(by=by(town.counter, LATER), code=came_back, tracking_number=NUMBER)
    with pytest.raises(TrackingNumberWrong):
        give_again(by=by(town.counter, LATER), code=came_back, tracking_number="1")
    with pytest.raises(NotPermitted):
        give_again(by=by(town.leader, LATER), code=came_back)


def test_what_is_still_under_way_cannot_be_given_again(town: Town) -> None:
    code = posted(town)

    with pytest.raises(NotAllowedNow):
        give_again(by=by(town.counter, LATER), code=code)
