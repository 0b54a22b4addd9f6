# SPDX-License-Identifier: Apache-2.0
"""The timed work of support goes through everything there is."""

from __future__ import annotations

from datetime import timedelta

import pytest

from motcua.domains.support import jobs
from motcua.domains.support.models import PetitionRedating
from motcua.kit import clock

pytestmark = pytest.mark.django_db


def test_all_changes_of_the_calendar_are_carried_to_their_end() -> None:
    at = clock.now() - timedelta(minutes=1)
    for number in range(3):
        PetitionRedating.objects.create(event_id=number, first_on=clock.today(), asked_at=at)

    jobs.redate_all(timestamp=0)

    assert not PetitionRedating.objects.filter(done_at=None).exists()
