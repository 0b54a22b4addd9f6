# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import timedelta

import pytest

from motcua.domains.quality.models import DossierFact
from motcua.domains.quality.queries.received import LATEST, most_received
from tests.builders import vn

pytestmark = pytest.mark.django_db
HERE, ELSEWHERE = 1, 2


def facts(procedure: str, count: int, *, unit_id: int = HERE, hours: int = 0) -> None:
    """So many dossiers of a procedure, received so many hours after the first Wednesday."""
    at = vn("2026-07-08 07:00") + timedelta(hours=hours)
    DossierFact.objects.bulk_create(
        DossierFact(
            dossier_code=f"{procedure}-{unit_id}-{hours}-{number}", procedure_code=procedure,
            version_id=1, competent_unit_id=9, receiving_unit_id=unit_id, channel=1,
            source="real", status=4, submitted_at=at, received_at=at, last_event_id=0,
        )
        for number in range(count)
    )  # fmt: skip


def test_the_most_received_come_first() -> None:
    facts("1.000001", 1)
    facts("1.000002", 3)
    facts("1.000003", 2)
    facts("1.000004", 5, unit_id=ELSEWHERE)

    assert most_received([HERE], limit=2) == ("1.000002", "1.000003")
    assert most_received([HERE, ELSEWHERE], limit=1) == ("1.000004",)


def test_what_waits_for_reception_does_not_count() -> None:
    facts("1.000001", 1)
    DossierFact.objects.update(received_at=None)

    assert most_received([HERE], limit=9) == ()
    assert most_received([], limit=9) == ()


def test_only_the_latest_dossiers_are_counted() -> None:
    facts("1.000001", LATEST + 1)
    facts("1.000002", LATEST, hours=1)

    assert most_received([HERE], limit=9) == ("1.000002",)
