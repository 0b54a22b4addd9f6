# SPDX-License-Identifier: Apache-2.0
"""Forms and reports as a browser sees them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from motcua.domains.dossiers.acts.issue_slip import issue_slip
from motcua.domains.quality.acts.fold_events import fold_events
from motcua.kit import clock, relay
from motcua.kit.access import SYSTEM
from tests.builders import by, vn
from tests.domains.dossiers.conftest import Town
from tests.domains.dossiers.slips.walked import WALKS
from tests.faces.desk.conftest import Desks
from tests.faces.looking import faults_of

JULY = "from=01/07/2026&to=31/07/2026"
pytestmark = pytest.mark.browser


def pages(town: Town, desk_of: Desks, language: str) -> Mapping[str, bytes]:
    """A sheet of every form, and the reports about the dossiers they belong to."""
    counter, leader = desk_of(town.counter), desk_of(town.leader)
    for client in (counter, leader):
        client.cookies["language"] = language
    shown = {}
    for kind, walk in WALKS.items():
        code = walk(town)
        slip = issue_slip(by=by(SYSTEM, vn("2026-07-08 10:00")), code=code, kind=kind).id
        shown[f"/{kind}"] = counter.get(f"/desk/{code}/slips/{slip}/sheet").content
        shown[f"/dossier-{kind}"] = counter.get(f"/desk/{code}").content
    while relay.turn(relay.Wiring(handlers={}, folders=(fold_events,)), at=clock.now()):
        pass
    return shown | {
        "/reports": leader.get(f"/desk/reports?{JULY}").content,
        "/officers": leader.get(f"/desk/reports?{JULY}&by=officer").content,
        "/no-reports": leader.get("/desk/reports?from=01/01/2024&to=02/01/2024").content,
        "/bad-period": leader.get("/desk/reports?from=x").content,
        "/behind": leader.get(f"/desk/reports/dossiers?{JULY}&number=received").content,
        "/register": counter.get(f"/desk/reports/register?{JULY}").content,
    }


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_form_and_report_is_accessible_and_fits_a_telephone(
    town: Town, desk_of: Desks, language: str, settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path

    assert faults_of(pages(town, desk_of, language)) == []
