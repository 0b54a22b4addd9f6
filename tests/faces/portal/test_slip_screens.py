# SPDX-License-Identifier: Apache-2.0
"""The applicant's forms as a browser sees them, by account and by secret."""

from __future__ import annotations

from pathlib import Path

import pytest

from motcua.domains.dossiers.acts.issue_slip import issue_slip
from motcua.domains.dossiers.queries import applicant
from motcua.kit.access import SYSTEM
from tests.builders import by, vn
from tests.domains.dossiers.conftest import Town
from tests.faces.looking import faults_of
from tests.faces.portal.conftest import Browser, hidden

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_sheet_is_accessible_and_fits_a_telephone(
    guest: Browser, citizen: Browser, town: Town, language: str, settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    guest.cookies["language"] = citizen.cookies["language"] = language
    code = town.received()
    slip = issue_slip(by=by(SYSTEM, vn("2026-07-03 10:01")), code=code, kind="receipt").id
    tracked = guest.post("/tra-cuu", {"code": code, "secret": applicant.secret_of(code)})
    proof = {"proof": hidden(tracked)["proof"]}

    kept = {
        "/dossier": citizen.get(f"/ho-so/{code}").content,
        "/sheet": citizen.get(f"/ho-so/{code}/giay/{slip}").content,
        "/tracked": tracked.content,
        "/tracked-sheet": guest.post(f"/ho-so/{code}/giay/{slip}", proof).content,
    }

    assert faults_of(kept) == []
