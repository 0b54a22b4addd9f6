# SPDX-License-Identifier: Apache-2.0
"""Many writers at once on one series of numbers, with real commits."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection

from motcua.domains.dossiers.acts.issue_slip import issue_slip
from motcua.domains.dossiers.ledger import By
from motcua.domains.dossiers.models import Slip, SlipCounter
from motcua.domains.procedures.acts.load_catalogue import load_catalogue
from motcua.domains.units.acts.load_reference import load_reference
from motcua.kit.access import SYSTEM
from tests.builders import vn
from tests.domains.dossiers.conftest import make_town

AT = vn("2026-07-08 10:00")
WRITERS = 64


@pytest.mark.django_db(transaction=True)
def test_sixty_four_writers_leave_no_gap_and_no_twin(
    transactional_db: None, small_data: Path, tmp_path: Path, settings
) -> None:
    settings.MEDIA_ROOT = tmp_path
    load_reference(at=vn("2026-01-02 08:00"))
    load_catalogue(at=vn("2026-01-05 08:00"), data=small_data)
    town = make_town()
    codes = [town.received() for _ in range(WRITERS // 2)]

    def issue(place: int) -> str:
        try:
            command = By(SYSTEM, AT, uuid4())
            code = codes[place // 2]  # each dossier is asked for twice
            return issue_slip(by=command, code=code, kind="receipt").number
        finally:
            connection.close()

    with ThreadPoolExecutor(WRITERS) as pool:
        numbers = list(pool.map(issue, range(WRITERS)))

    assert sorted(Slip.objects.values_list("ordinal", flat=True)) == [*range(1, WRITERS // 2 + 1)]
    assert numbers[::2] == numbers[1::2]
    assert SlipCounter.objects.get().last == WRITERS // 2
