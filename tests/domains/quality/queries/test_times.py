# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import timedelta

import pytest

from motcua.domains.quality.models import DossierFact
from motcua.domains.quality.queries.times import Measured, measured, nearest_rank
from motcua.domains.units import queries as units
from tests.builders import vn

pytestmark = pytest.mark.django_db
AT = vn("2026-07-31 08:00")
CODE = "1.013225"


@pytest.fixture
def unit_id(reference: None) -> int:
    return next(card.id for card in units.agencies() if card.kind == "department")


def ended(unit_id: int, number: int, hours: int, **facts: object) -> None:
    """One dossier accepted on a Wednesday morning and decided some hours later."""
    received = vn("2026-07-08 07:00")
    values = {
        "dossier_code": f"H05.1-260708-{number:04}", "procedure_code": CODE, "version_id": 1,
        "competent_unit_id": unit_id, "receiving_unit_id": unit_id, "channel": 2,
        "source": "real", "status": 10, "submitted_at": received, "received_at": received,
        "ended_at": received + timedelta(hours=hours), "last_event_id": 0,
    }  # fmt: skip
    DossierFact.objects.create(**{**values, **facts})


def test_half_and_nine_in_ten_of_the_cases(unit_id: int) -> None:
    for number in range(10):
        ended(unit_id, number, hours=1 if number < 5 else 3 if number < 9 else 4)

    assert measured(CODE, unit_id, at=AT) == Measured(10, 60, 180, synthetic=False)


def test_too_few_cases_say_nothing(unit_id: int) -> None:
    for number in range(4):
        ended(unit_id, number, hours=1)

    assert measured(CODE, unit_id, at=AT) is None


def test_what_does_not_count(unit_id: int) -> None:
    for number in range(5):
        ended(unit_id, number, hours=1)
    ended(unit_id, 11, hours=4, status=7)
    ended(unit_id, 12, hours=4, received_at=None)
    ended(unit_id, 13, hours=4, procedure_code="2.000815")
    ended(unit_id, 14, hours=4, competent_unit_id=unit_id + 1)
    ended(unit_id, 15, hours=4, ended_at=AT - timedelta(days=400))

    assert measured(CODE, unit_id, at=AT) == Measured(5, 60, 60, synthetic=False)


def test_invented_cases_are_labelled(unit_id: int) -> None:
    for number in range(5):
        ended(unit_id, number, hours=1, source="synthetic")

    found = measured(CODE, unit_id, at=AT)
    assert found is not None
    assert found.synthetic


@pytest.mark.parametrize(
    ("values", "percent", "found"),
    [([7], 50, 7), ([1, 2], 50, 1), ([1, 2, 3], 90, 3), (list(range(1, 11)), 90, 9)],
)
def test_nearest_rank(values: list[int], percent: int, found: int) -> None:
    assert nearest_rank(values, percent) == found
