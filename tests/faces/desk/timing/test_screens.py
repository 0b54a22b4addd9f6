# SPDX-License-Identifier: Apache-2.0
"""The pages about time as a browser sees them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from uuid import uuid4

import pytest

from motcua.domains.dossiers.acts.raise_alerts import raise_alerts
from motcua.domains.people.models import Account
from motcua.domains.quality.acts.fold_events import fold_events
from motcua.kit import clock
from tests.builders import vn
from tests.domains.dossiers.acts.test_record_paper_first import recorded
from tests.domains.dossiers.acts.test_request_second_supplement import asked_once, requested
from tests.domains.dossiers.conftest import Town
from tests.faces.desk.conftest import Desks, post
from tests.faces.desk.timing.test_pages import told
from tests.faces.looking import faults_of

pytestmark = pytest.mark.browser


def pages(town: Town, desk_of: Desks, language: str) -> Mapping[str, bytes]:
    """Every page about time, filled."""
    specialist, leader, counter = map(desk_of, (town.specialist, town.leader, town.counter))
    for client in (specialist, leader, counter):
        client.cookies["language"] = language
    twice, waiting, paper = asked_once(town), asked_once(town), town.appraised()
    requested(town, waiting)
    recorded(town, paper)
    town.decided()
    late = town.appraised()
    raise_alerts(at=vn("2026-07-13 14:00"))
    fold_events(told())
    today = clock.today()
    named = {
        "key": str(uuid4()), "post": f"leader.{town.competent_id}", "reason": "Đi công tác",
        "stand_in": Account.objects.get(full_name=town.specialist.name).pk,
        "first": f"{today + timedelta(days=1):%d/%m/%Y}",
        "last": f"{today + timedelta(days=5):%d/%m/%Y}",
    }  # fmt: skip
    assert leader.post("/desk/absence", named).status_code == 303
    return {
        "/alerts": leader.get("/desk/alerts").content,
        "/report": leader.get("/desk/time?first=01/07/2026&last=31/07/2026").content,
        "/report-refused": leader.get("/desk/time?first=x&last=y").content,
        "/absence": leader.get("/desk/absence").content,
        "/stand-in": specialist.get("/desk/absence").content,
        "/absence-refused": post_absence(leader, named),
        "/paper-first": counter.get("/desk/paper-first").content,
        "/paper-first-form": counter.get(f"/desk/{late}/paper-first").content,
        "/on-paper": counter.get(f"/desk/{paper}").content,
        "/second": specialist.get(f"/desk/{twice}").content,
        "/decide": leader.get(f"/desk/{waiting}").content,
        "/undecided": post(leader, waiting, "decide_second_supplement").content,
    }


def post_absence(client: object, named: Mapping[str, object]) -> bytes:
    """The form of a stand-in, refused because somebody stands in already."""
    answer = client.post("/desk/absence", {**named, "key": str(uuid4())})  # type: ignore[attr-defined]
    assert answer.status_code == 409
    return bytes(answer.content)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_page_about_time_is_accessible_and_fits_a_telephone(
    town: Town, desk_of: Desks, language: str
) -> None:
    assert faults_of(pages(town, desk_of, language)) == []
