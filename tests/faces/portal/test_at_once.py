# SPDX-License-Identifier: Apache-2.0
"""An impatient citizen: twenty clicks on the last button, with real commits."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connection

from motcua.domains.procedures.acts.load_catalogue import load_catalogue
from motcua.domains.units.acts.load_reference import load_reference
from tests.builders import vn
from tests.domains.dossiers.conftest import Town, make_town
from tests.faces.portal.conftest import Browser, only

CLICKS = 20
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def town(transactional_db: None, small_data: Path) -> Iterator[Town]:
    load_reference(at=vn("2026-01-02 08:00"))
    load_catalogue(at=vn("2026-01-05 08:00"), data=small_data)
    yield make_town()


def test_twenty_clicks_at_once_make_one_dossier(town: Town) -> None:
    guest = Browser()
    fields = guest.prepare(town)

    def click(_: int) -> str:
        browser = Browser()
        browser.cookies = guest.cookies
        try:
            return str(browser.post("/nop/gui", fields)["Location"])
        finally:
            connection.close()

    with ThreadPoolExecutor(CLICKS) as clicks:
        places = set(clicks.map(click, range(CLICKS)))

    assert places == {f"/ho-so/da-nop/{only().code}"}
