# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import datetime

import pytest

from motcua.domains.quality import queries as quality
from motcua.domains.quality.acts.fold_petitions import fold_petitions
from motcua.domains.quality.models import PetitionFact
from motcua.domains.support.acts.rate_petition import rate_petition
from motcua.domains.support.acts.reopen_petition import reopen_petition
from motcua.kit.models import OutboxEvent
from motcua.kit.relay import Told
from tests.builders import vn
from tests.domains.conftest import reference, reference_rows  # noqa: F401
from tests.domains.support.conftest import Place, by, place  # noqa: F401

JULY, AUGUST = vn("2026-07-01 00:00"), vn("2026-08-01 00:00")


def fold() -> None:
    """Fold every event there is, as the relay would."""
    rows = OutboxEvent.objects.order_by("id")
    fold_petitions([Told(row.id, row.topic, row.subject, row.at, row.payload) for row in rows])


def figures(at: datetime = AUGUST) -> tuple[int, int, int]:
    found = quality.petition_figures(first_at=JULY, last_at=at)
    return found.petitions, found.on_time, found.satisfied


def test_an_answer_in_time_counts_for_both_indicators(place: Place) -> None:  # noqa: F811
    place.answered()

    fold()

    assert figures() == (1, 1, 1)


def test_dislike_repetition_and_lateness_take_satisfaction_away(place: Place) -> None:  # noqa: F811
    disliked, repeated = place.answered(), place.answered()
    place.answered(vn("2026-07-30 10:00"))
    rate_petition(by=by(place.citizen), code=disliked, satisfied=False)
    reopen_petition(by=by(place.citizen), code=repeated, words="Vẫn hỏng.")

    fold()

    assert figures(vn("2026-07-10 00:00")) == (3, 2, 0)


def test_an_open_one_is_in_time_until_it_is_due(place: Place) -> None:  # noqa: F811
    place.taken_up()

    fold()

    assert figures(vn("2026-07-24 10:00")) == (1, 1, 1)
    assert figures(vn("2026-07-24 10:01")) == (1, 0, 0)


def test_folding_twice_changes_nothing_and_other_events_are_left_alone(place: Place) -> None:  # noqa: F811
    place.answered()

    fold()
    first = list(PetitionFact.objects.values())
    fold()

    assert list(PetitionFact.objects.values()) == first


@pytest.mark.django_db
def test_without_petitions_the_shares_are_whole() -> None:
    found = quality.petition_figures(first_at=JULY, last_at=AUGUST)

    assert (found.share_on_time, found.share_satisfied) == (1.0, 1.0)
