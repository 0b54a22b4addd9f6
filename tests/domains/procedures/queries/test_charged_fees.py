# SPDX-License-Identifier: Apache-2.0
"""The fees of a unit's procedures, by title."""

from __future__ import annotations

import pytest

from motcua.domains.procedures.queries.charged_fees import charged_fees
from motcua.domains.units import queries as units
from tests.builders import vn
from tests.domains.dossiers.conftest import CODE, Town, published, small_data, town  # noqa: F401

pytestmark = pytest.mark.django_db


def test_a_unit_reads_what_its_procedures_ask_for(town: Town) -> None:  # noqa: F811
    (fee,) = charged_fees(town.competent_id, vn("2026-07-03 10:00").date())

    assert (fee.code, fee.title["vi"], fee.kind) == ("permit", "Lệ phí cấp phép", "charge")
    assert fee.procedures == (CODE,)


def test_a_unit_that_decides_nothing_asks_for_nothing(town: Town) -> None:  # noqa: F811
    centre = units.agency(town.centre_id)

    assert charged_fees(centre.id, vn("2026-07-03 10:00").date()) == ()
