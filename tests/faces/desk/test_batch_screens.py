# SPDX-License-Identifier: Apache-2.0
"""The pages of batch work: accessible, and narrow enough for a telephone."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from motcua.domains.dossiers.acts.work_off_batch import work_off_batch
from motcua.domains.dossiers.models import BatchRun
from motcua.kit import clock
from tests.domains.dossiers.conftest import Town
from tests.faces.desk.conftest import Desks
from tests.faces.desk.test_batch import chosen, hidden, text
from tests.faces.looking import faults_of

pytestmark = pytest.mark.browser


def batch_pages(town: Town, desk_of: Desks, language: str) -> Mapping[str, bytes]:
    """A list to tick, the choices, a run under way, finished with failures, and the runs."""
    desk = desk_of(town.specialist)
    desk.cookies["language"] = language
    good, early = town.appraised(), town.received()
    seen = {"/list": desk.get("/desk/").content}
    page = chosen(desk, good, early)
    seen["/choices"] = page.content
    start = {**hidden(text(page), "advance"), "action": "propose"}
    address = desk.post("/desk/batches/start", start)["Location"]
    seen["/under-way"] = desk.get(address).content
    work_off_batch(key=BatchRun.objects.get().key, now=clock.now)
    seen["/finished"] = desk.get(address).content
    seen["/runs"] = desk.get("/desk/batches").content
    return seen


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_pages_of_batch_work_are_accessible(town: Town, desk_of: Desks, language: str) -> None:
    assert faults_of(batch_pages(town, desk_of, language)) == []
